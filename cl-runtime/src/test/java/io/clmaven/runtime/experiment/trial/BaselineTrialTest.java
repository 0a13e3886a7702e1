package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.Naive;
import io.clmaven.runtime.method.StableSgd;
import io.clmaven.runtime.method.agem.AGem;
import io.clmaven.runtime.method.agem.AGemParameters;
import io.clmaven.runtime.method.ewc.Ewc;
import io.clmaven.runtime.method.ewc.EwcParameters;
import io.clmaven.runtime.method.replay.ErAdded;
import io.clmaven.runtime.method.replay.ErAddedParameters;
import io.clmaven.runtime.method.replay.ErAddedParameters.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/** The baselines of TAG in whole trials, where one of them has to equal another. */
class BaselineTrialTest {

  private static final TinyTrial HEADS =
      TinyTrial.DEFAULT
          .of(TinyNormModel::new)
          .with(new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.PER_TASK));
  private static final TinyTrial NAIVE = HEADS.with(Naive::new);
  private static final TinyTrial A_GEM = HEADS.with(AGem::new, new AGemParameters(2));
  private static final TinyTrial ER =
      HEADS.with(ErAdded::new, new ErAddedParameters(2, Memory.RING));

  private final Path root;

  BaselineTrialTest() throws IOException {
    root = Files.createTempDirectory("baselines");
  }

  @Property(tries = 5)
  void ewcOfStrengthZeroIsNaiveBitForBit(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    TinyTrial ewc = HEADS.with(Ewc::new, ewc(0));
    assertThat(parameters(ewc.withSeed(seed))).isEqualTo(parameters(NAIVE.withSeed(seed)));
  }

  @Property(tries = 5)
  void replayOfNoMemoryIsNaiveBitForBit(
      @ForAll Memory memory, @ForAll @IntRange(min = 1, max = 1000) int seed) {
    TinyTrial er = HEADS.with(ErAdded::new, new ErAddedParameters(0, memory));
    assertThat(parameters(er.withSeed(seed))).isEqualTo(parameters(NAIVE.withSeed(seed)));
  }

  @Property(tries = 5)
  void aGemOfNoMemoryIsNaiveBitForBit(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    TinyTrial aGem = HEADS.with(AGem::new, new AGemParameters(0));
    assertThat(parameters(aGem.withSeed(seed))).isEqualTo(parameters(NAIVE.withSeed(seed)));
  }

  @Property(tries = 6)
  void oneTaskOfTagIsThatOfTheBaseRuleBitForBit(
      @ForAll("baseRules") String rule, @ForAll @IntRange(min = 0, max = 10) int b) {
    TinyTrial trial =
        NAIVE
            .with(new TinyBenchmark.Parameters(1, 47, 10, TinyBenchmark.Heads.PER_TASK))
            .with(new TinyTrial.Length(1, 1)); // TAG-Adam corrects anew at each epoch
    String plain = "{name: %s, learningRate: 0.01, epsilon: 1e-8}".formatted(rule);
    String tag = "{name: tag-%s, learningRate: 0.01, b: %d}".formatted(rule, b);
    assertThat(parameters(trial.withOptimizer(tag)))
        .isEqualTo(parameters(trial.withOptimizer(plain)));
  }

  @Provide
  Arbitrary<String> baseRules() {
    return Arbitraries.of("rmsprop", "adagrad", "adam");
  }

  @Example
  void stableSgdWithoutDecayIsNaiveBitForBit() {
    TinyTrial stable = HEADS.with(StableSgd::new, new StableSgd.Parameters(1, 0));
    assertThat(parameters(stable)).isEqualTo(parameters(NAIVE));
  }

  @Example
  void stableSgdThatDecaysAtOnceLearnsAsSlowlyAsItsMinimum() {
    TinyTrial stable = HEADS.with(StableSgd::new, new StableSgd.Parameters(1e-9, 0.01));
    assertThat(parameters(stable)).isEqualTo(parameters(NAIVE.withLearningRate(0.01)));
  }

  @Example
  void aPenaltyForgetsLessThanNaive() {
    EwcParameters anchored =
        new EwcParameters(
            1, EwcParameters.Fisher.EXACT, EwcParameters.Consolidation.SEPARATE, 1, 200, 100);
    double naive = bwt(TinyTrial.DEFAULT.with(Naive::new));
    assertThat(bwt(TinyTrial.DEFAULT.with(Ewc::new, anchored))).isGreaterThan(naive + 0.1);
  }

  @Example
  void replayForgetsLessThanNaive() {
    assertThat(bwt(ER)).isGreaterThan(bwt(NAIVE));
  }

  @Property(tries = 5)
  void gradientsOfAGemNeverOpposeTheMemory(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    assertThat(contract(run(A_GEM.withSeed(seed))).holds()).isTrue();
  }

  @Example
  void aGemTellsHowOftenGradientsOpposedTheMemory() {
    TrialResult result = run(A_GEM);
    assertThat(contract(result).checks()).isEqualTo(2); // tasks with a violated step
    List<Double> row = map(result, "a-gem.violations").values().get(0);
    assertThat(row.get(0)).isNaN();
    assertThat(row.subList(1, 3)).allMatch(rate -> rate > 0 && rate <= 100);
  }

  @Example
  void replayTellsWhatTheBufferHeldAfterEachTask() {
    HeatMap composition = map(run(ER), "er-added.buffer");
    assertThat(composition.values())
        .containsExactly(
            List.of(6.0, 6.0, 6.0), // three classes of two samples
            List.of(0.0, 6.0, 6.0),
            List.of(0.0, 0.0, 6.0));
  }

  @Example
  void ewcTellsTheFisherShareOfEachLayer() {
    HeatMap shares = map(run(HEADS.with(Ewc::new, ewc(1))), "ewc.fisher");
    assertThat(shares.rows()).containsExactly("conv1", "bn1", "lin2");
    for (int task = 0; task < 3; task++) {
      int column = task;
      double sum = shares.values().stream().mapToDouble(row -> row.get(column)).sum();
      assertThat(sum).isBetween(100 - 1e-9, 100 + 1e-9);
    }
  }

  private static EwcParameters ewc(double strength) {
    return new EwcParameters(
        strength,
        EwcParameters.Fisher.OFFICIAL,
        EwcParameters.Consolidation.OFFICIAL,
        0.95,
        200,
        100);
  }

  private static Contract contract(TrialResult result) {
    return result.diagnostics().contracts().get(0);
  }

  private static HeatMap map(TrialResult result, String id) {
    return result.diagnostics().maps().stream()
        .filter(map -> map.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private double bwt(TinyTrial trial) {
    return run(trial).metrics().get("bwt");
  }

  private String parameters(TinyTrial trial) {
    return run(trial).parametersSha256();
  }

  private TrialResult run(TinyTrial trial) {
    return trial.run(root.resolve("trial" + trial.hashCode()));
  }

  @AfterProperty
  void removeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
