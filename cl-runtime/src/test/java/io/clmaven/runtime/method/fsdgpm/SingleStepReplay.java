package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.replay.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One update of each variant from the same state, every intermediate value compared. */
public final class SingleStepReplay {

  private static final Tolerance TOLERANCE = new Tolerance(1e-5, 1e-4);

  private final RigCase facts;
  private final JsonNode expected;

  private SingleStepReplay(RigCase facts) {
    this.facts = facts;
    this.expected = facts.expected();
  }

  /** Kind {@code fsdgpm-single-step}: one case per variant and engine. */
  public static Stream<DynamicTest> variants(JsonNode file) {
    return RigCase.tests(file, "variant", facts -> new SingleStepReplay(facts).run());
  }

  private void run() {
    try (Rig rig = rig()) {
      float[] clipped = rig.clipped(expected, 0, rig.batchSize());
      compare(rig, "clipped gradient", clipped, "gradient_after_clip_before_projection");
    }
    try (Rig rig = rig()) {
      double loss = rig.run(expected, 0, rig.batchSize());
      losses(rig, loss);
      lambda(rig.method().projection());
      compare(rig, "projected gradient", rig.step().gradient(), "gradient_after_projection");
      compare(rig, "parameters", rig.step().updated().get(0), "params_after");
    }
  }

  private Rig rig() {
    return facts.rig(Settings.of(facts.config()).with(Learning.OFFICIAL, facts.memories()));
  }

  private void compare(Rig rig, String what, float[] vector, String name) {
    rig.named().compare(what + " of ", TOLERANCE, vector, field(expected, name));
  }

  /** Passes take turns: a chunk, the mixed batch; at the end what a variant does besides. */
  private void losses(Rig rig, double mean) {
    List<float[]> weights = rig.network().weights();
    List<Double> losses = rig.network().losses();
    List<JsonNode> ahead = list(field(expected, "fast_weights_after_inner_step"));
    double[] mixed = doubles(field(expected, "meta_losses"));
    assertThat(mixed).hasSameSizeAs(ahead);
    for (int j = 0; j < mixed.length; j++) {
      String what = "perturbation %d, ".formatted(j);
      rig.named().compare(what, TOLERANCE, weights.get(2 * j + 1), ahead.get(j));
      assertWithin(what + "loss", losses.get(2 * j + 1), mixed[j], reach(mixed[j]));
    }
    double all = Arrays.stream(mixed).sum() / field(facts.config(), "inner_batches").intValue();
    assertWithin("mean loss", mean, all, reach(all));
    if (expected.has("plain_batch_loss")) { // and mean_meta_loss holds nothing
      assertThat(weights).hasSize(2 * mixed.length + 1);
      double plain = losses.get(losses.size() - 1);
      assertLoss("loss at the weights", plain, field(expected, "plain_batch_loss"));
    } else {
      assertLoss("mean loss", mean, field(expected, "mean_meta_loss"));
      assertThat(weights).hasSize(2 * mixed.length);
    }
  }

  private void lambda(SoftProjection projection) {
    JsonNode gradient = field(expected, "lambda_gradient_after_clip");
    JsonNode after = field(expected, "lambda_after");
    if (gradient.isNull() || after.isNull()) {
      assertThat(projection.weights()).isInstanceOf(FixedWeights.class);
      return;
    }
    Lambdas.compare("gradient of lambda", TOLERANCE, projection.gradient().values(), gradient);
    Lambdas.compare("lambda", TOLERANCE, projection.weights().values(), after);
  }

  private static void assertLoss(String what, double actual, JsonNode expected) {
    assertWithin(what, actual, expected.doubleValue(), reach(expected.doubleValue()));
  }

  private static double reach(double expected) {
    return TOLERANCE.absolute() + TOLERANCE.relative() * Math.abs(expected);
  }
}
