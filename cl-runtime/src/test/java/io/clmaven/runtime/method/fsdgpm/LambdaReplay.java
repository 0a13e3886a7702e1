package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.replay.Tolerance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Soft weights over several updates, as the official code moves them and live. */
public final class LambdaReplay {

  private static final Tolerance TOLERANCE = new Tolerance(2e-5, 1e-4);
  private static final String DECAY = "learning-rate decay";
  private static final double FACTOR = 2;

  private final RigCase facts;

  private LambdaReplay(RigCase facts) {
    this.facts = facts;
  }

  /** Kind {@code fsdgpm-lambda-dynamics}: one case per setting and engine. */
  public static Stream<DynamicTest> settings(JsonNode file) {
    return RigCase.tests(file, "name", facts -> new LambdaReplay(facts).run());
  }

  private void run() {
    JsonNode expected = facts.expected();
    boolean rebound = field(expected, "rebind_lambda_optimizer_each_iteration").booleanValue();
    FsDgpmParameters parameters =
        new Settings(facts.config(), expected)
            .with(rebound ? Learning.LIVE : Learning.OFFICIAL, facts.memories());
    int size = field(facts.config(), "batch_size").intValue();
    List<JsonNode> iterations = list(field(expected, "iterations"));
    assertThat(iterations).isNotEmpty();
    try (Rig rig = facts.rig(parameters)) {
      for (int i = 0; i < iterations.size(); i++) {
        iteration(rig, iterations.get(i), i * size, (i + 1) * size);
      }
    }
  }

  private static void iteration(Rig rig, JsonNode facts, int from, int to) {
    String what = "iteration %d, ".formatted(field(facts, "iteration").intValue());
    ReplayProjection method = rig.method();
    if (list(field(facts, "events")).stream().anyMatch(e -> e.textValue().startsWith(DECAY))) {
      double rate = rig.step().sgd().learningRate();
      rig.step().sgd().beginTask();
      rig.step().sgd().learningRate(rate / FACTOR);
      method.rateDecayed(FACTOR);
    }
    assertFloat(what + "eta1", method.eta1(), field(facts, "eta1").doubleValue());
    assertFloat(what + "rate", rig.step().sgd().learningRate(), field(facts, "lr").doubleValue());
    LearnedWeights weights = (LearnedWeights) method.projection().weights();
    assertFloat(what + "eta2", weights.eta2(), field(facts, "eta2").doubleValue());
    boolean used = method.projection().needsGradient();
    rig.run(facts, from, to);
    if (used) {
      float[][] gradient = method.projection().gradient().values();
      Lambdas.compare(
          what + "gradient", TOLERANCE, gradient, field(facts, "lambda_gradient_after_clip"));
    }
    float[][] lambda = method.projection().weights().values();
    Lambdas.compare(what + "lambda", TOLERANCE, lambda, field(facts, "lambda_after"));
    rig.named().compare(what, TOLERANCE, rig.step().updated().get(0), field(facts, "params_after"));
  }
}
