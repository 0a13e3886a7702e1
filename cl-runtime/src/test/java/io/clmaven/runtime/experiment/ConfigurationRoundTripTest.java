package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.corpus.CorpusLoader;
import io.clmaven.runtime.experiment.plan.Json;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigurationRoundTripTest {

  private final ExperimentReader reader = new ExperimentReader(new CorpusLoader());

  @Property(tries = 200)
  void anEffectiveConfigurationIsAValidExperimentWithTheSameConfiguration(
      @ForAll("experiments") String text) throws JsonProcessingException {
    ObjectNode once =
        reader.toConfiguration(reader.fromConfiguration(Json.mapper().readTree(text)));
    String sent = Json.mapper().writeValueAsString(once);
    ObjectNode twice =
        reader.toConfiguration(reader.fromConfiguration(Json.mapper().readTree(sent)));
    assertThat(twice).isEqualTo(once);
    assertThat(Json.mapper().writeValueAsString(twice)).isEqualTo(sent);
  }

  @Provide
  Arbitrary<String> experiments() {
    return Combinators.combine(benchmarks(), methods(), trainings(), analyses(), seeds(), checks())
        .as(
            (benchmark, method, training, analysis, seeds, check) ->
                """
                {"benchmark": %s, "model": "mlp", "method": %s, "training": %s,
                 "analysis": %s, "seeds": %s, "check": %s}
                """
                    .formatted(benchmark, method, training, analysis, seeds, check));
  }

  private static Arbitrary<String> benchmarks() {
    Arbitrary<String> split =
        Combinators.combine(Arbitraries.of("task", "domain"), Arbitraries.of(1, 2, 5))
            .as("{\"name\": \"split-mnist\", \"scenario\": \"%s\", \"tasks\": %d}"::formatted);
    Arbitrary<String> permuted =
        Arbitraries.doubles()
            .between(0, 0.99)
            .map("{\"name\": \"permuted-mnist\", \"validation\": %s}"::formatted);
    return Arbitraries.oneOf(split, permuted);
  }

  private static Arbitrary<String> methods() {
    Arbitrary<String> ewc =
        Arbitraries.doubles()
            .between(0, 1e12)
            .map("{\"name\": \"ewc\", \"lambda\": %s, \"label\": \"1\"}"::formatted);
    Arbitrary<String> one = Arbitraries.oneOf(ewc, Arbitraries.of("\"naive\"", "\"gpm\""));
    return Arbitraries.oneOf(one, one.list().ofMinSize(1).ofMaxSize(3).map(List::toString));
  }

  private static Arbitrary<String> trainings() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 100000),
            Arbitraries.longs().between(1, Long.MAX_VALUE))
        .as("{\"epochs\": %d, \"checkpointEvery\": %d, \"schedule\": {\"factor\": 3}}"::formatted);
  }

  private static Arbitrary<String> analyses() {
    return Arbitraries.of(
        "{}", "{\"loss-landscape\": {}}", "{\"loss-landscape\": {\"step\": 0.5, \"surface\": 0}}");
  }

  private static Arbitrary<String> seeds() {
    return Arbitraries.integers()
        .between(0, Integer.MAX_VALUE)
        .set()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(Set::toString);
  }

  private static Arbitrary<String> checks() {
    return Arbitraries.bigDecimals()
        .between(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE)
        .ofScale(4)
        .map(limit -> "{\"accuracy\": {\"minimum\": %s}}".formatted(limit.toPlainString()));
  }
}
