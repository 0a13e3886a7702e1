package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.replay.RecordedEr;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.random.RandomStreams;

/** The methods of trajectories: those with a projection memory, and the replay baselines. */
final class TrajectoryMethods {

  private TrajectoryMethods() {}

  /** Begins the method that a file names, with given decisions. */
  static WholeStepMethod begin(Trajectory trajectory, Network network, ReplayDraws draws) {
    JsonNode config = trajectory.config();
    if (!isEr(config)) {
      ReplayProjection method = Variants.of(config);
      method.begin(context(trajectory, network, parameters(config)), draws);
      return method;
    }
    if (isPerturbed(config)) {
      FsEr method = new FsEr();
      method.begin(context(trajectory, network, fsEr(config)), draws);
      return method;
    }
    RecordedEr er = new RecordedEr(config);
    WholeStepMethod method = er.method(draws);
    method.begin(context(trajectory, network, er.parameters()));
    return method;
  }

  private static boolean isEr(JsonNode config) {
    return field(config, "model").textValue().equals("ER");
  }

  private static boolean isPerturbed(JsonNode config) {
    return field(config, "sharpness").booleanValue();
  }

  private static FsErParameters fsEr(JsonNode config) {
    return new FsErParameters(
        field(config, "memories").intValue(),
        field(config, "grad_clip_norm").doubleValue(),
        field(config, "glances").intValue(),
        field(config, "inner_batches").intValue(),
        field(config, "eta1").doubleValue(),
        field(config, "second_order").booleanValue());
  }

  private static Record parameters(JsonNode config) {
    int memories = field(config, "memories").intValue();
    return Variants.parameters(config, Settings.of(config).with(Learning.OFFICIAL, memories));
  }

  private static MethodContext context(Trajectory trajectory, Network network, Record parameters) {
    return new MethodContext(
        parameters,
        network,
        new GivenTasks(trajectory.tasks(), network.model().outputs()),
        trajectory.scenario(),
        1,
        new RandomStreams(1));
  }

  /** Returns how often an update with a mixed batch perturbs the weights. */
  static int perturbations(JsonNode config, int batchSize, int mixedSize) {
    if (isEr(config) && !isPerturbed(config)) {
      return 0;
    }
    int divided = isEr(config) ? mixedSize : batchSize;
    int count = field(config, "inner_batches").intValue();
    int size = (divided + count - 1) / count;
    return (divided + size - 1) / size;
  }
}
