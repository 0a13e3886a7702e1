package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.method.fsdgpm.CourseReplay.TOLERANCE;
import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/**
 * One update of a trajectory.
 *
 * @param facts of it in the file
 * @param what begins messages
 */
record GlanceReplay(Trajectory trajectory, JsonNode facts, String what) {

  /** Returns the mean over all perturbations that were asked for, or the loss without any. */
  double loss() {
    int perturbations = perturbations();
    double[] losses = doubles(field(facts, "meta_losses"));
    return perturbations == 0
        ? losses[0]
        : Arrays.stream(losses, 0, perturbations).sum()
            / field(trajectory.config(), "inner_batches").intValue();
  }

  private int perturbations() {
    int batch = field(facts, "batch_rows").size();
    int mixed = batch + field(facts, "memory_indices").size();
    return TrajectoryMethods.perturbations(trajectory.config(), batch, mixed);
  }

  /**
   * Compares losses and perturbed weights. Passes take turns, a chunk and the mixed batch; the last
   * may be one without perturbation.
   */
  void passes(Course.Update update) {
    int perturbations = perturbations();
    List<Double> passes = update.losses();
    double[] losses = doubles(field(facts, "meta_losses"));
    assertThat(losses.length - perturbations).as(what + "losses").isBetween(0, 1);
    for (int j = 0; j < losses.length; j++) {
      double actual = passes.get(j < perturbations ? 2 * j + 1 : passes.size() - 1);
      assertFloat(what + "loss %d".formatted(j), actual, losses[j]);
    }
    if (facts.has("fast_weights_after_inner_step")) {
      ahead(update, list(facts.get("fast_weights_after_inner_step")));
    }
  }

  private void ahead(Course.Update update, List<JsonNode> expected) {
    assertThat(expected).hasSize(perturbations());
    for (int j = 0; j < expected.size(); j++) {
      float[] weights = update.weights().get(2 * j + 1);
      String place = what + "perturbation %d, ".formatted(j);
      trajectory.network().compare(place, TOLERANCE, weights, expected.get(j));
    }
  }

  /** Compares what the update changed. */
  void update(Course.Update update) {
    NamedNetwork network = trajectory.network();
    if (facts.has("gradient_after_projection")) {
      JsonNode gradient = facts.get("gradient_after_projection");
      network.compare(what + "gradient of ", TOLERANCE, update.gradient(), gradient);
    }
    if (facts.has("lambda_after")) {
      Lambdas.compare(what + "lambda", TOLERANCE, update.lambda(), facts.get("lambda_after"));
    }
    if (facts.has("bn_running_after")) {
      network.compareStatistics(
          what, TOLERANCE, update.statistics(), facts.get("bn_running_after"));
    }
    network.compare(what, TOLERANCE, update.parameters(), field(facts, "params_after"));
  }
}
