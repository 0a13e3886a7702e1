package io.clmaven.runtime.method.agem;

import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.trajectory.StoredSamples;
import io.clmaven.runtime.method.trajectory.Trajectory;
import io.clmaven.runtime.method.trajectory.TrajectoryChecks;
import io.clmaven.runtime.method.trajectory.TrajectoryObserver;
import io.clmaven.runtime.method.trajectory.TrajectoryPart;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@link AGem} with the draws of a trajectory: both gradients of each step, their product, and the
 * memory after each task. It is a method too, to see a step before its update.
 */
public final class AGemObserver implements TrajectoryObserver, ContinualMethod {

  private final AGem method;
  private final RecordedDraws draws;
  private final Trajectory trajectory;
  private final Loss loss = new SoftmaxCrossEntropy();
  private float[] gradient = {}; // g of the last step [P]

  private AGemObserver(AGem method, RecordedDraws draws, Trajectory trajectory) {
    this.method = method;
    this.draws = draws;
    this.trajectory = trajectory;
  }

  /** Makes the method and its observer. */
  public static List<TrajectoryPart<ContinualMethod>> of(Trajectory trajectory) {
    RecordedDraws draws = new RecordedDraws();
    AGem method = new AGem(random -> draws);
    int perClass = (int) trajectory.setting("mem_per_class");
    return List.of(
        TrajectoryPart.of(method, new AGemParameters(perClass), m -> TrajectoryObserver.NONE),
        TrajectoryPart.of(
            new AGemObserver(method, draws, trajectory), new Declaration.None(), o -> o));
  }

  @Override
  public Declaration declaration() {
    return new Declaration("watch", "Watches.", "made for tests", Declaration.None.class);
  }

  @Override
  public void before(JsonNode step) {
    StoredSamples.draw(step, draws);
  }

  /** Takes the batch through the network once more, without a trace. */
  @Override
  public void adjustGradient(StepContext step) {
    Network network = step.network();
    float[] projected = step.gradient().clone();
    network.repeat(step.batch(), network.pass());
    network.backward(step.batch(), loss);
    gradient = network.gradient().pull().clone();
    System.arraycopy(projected, 0, step.gradient(), 0, projected.length);
  }

  @Override
  public void after(JsonNode step, TrajectoryChecks checks) {
    draws.assertUsedUp();
    if (step.has("g_ref")) {
      float[] reference = method.reference().pull();
      checks.named("g", gradient, named(step.get("g")));
      checks.named("g_ref", reference, named(step.get("g_ref")));
      double product = product(gradient, reference);
      double lengths =
          Math.sqrt(product(gradient, gradient)) * Math.sqrt(product(reference, reference));
      assertWithin(
          checks.place() + "dot",
          product,
          field(step, "dot").doubleValue(),
          checks.tolerance() * lengths);
      assertThat(product < 0)
          .as(checks.place() + "violated")
          .isEqualTo(field(step, "violated").booleanValue());
    }
  }

  private static double product(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
  }

  /** Divides a flat vector as the file divides its parameters. */
  private JsonNode named(JsonNode flat) {
    float[] values = values(flat);
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    int from = 0;
    for (Map.Entry<String, JsonNode> tensor :
        field(trajectory.file(), "init_params").properties()) {
      ObjectNode part = named.putObject(tensor.getKey());
      part.set("shape", field(tensor.getValue(), "shape"));
      int to = from + values(tensor.getValue()).length;
      IntStream.range(from, to).forEach(i -> part.withArray("data").add(values[i]));
      from = to;
    }
    return named;
  }

  @Override
  public void afterTaskEnd(JsonNode end, TrajectoryChecks checks) {
    ReplayBuffer buffer = method.buffer();
    new StoredSamples(trajectory).check(buffer, field(end, "memory_src"));
    assertThat(IntStream.range(0, buffer.size()).map(buffer::label).toArray())
        .as(checks.place() + "labels")
        .containsExactly(ints(field(field(end, "memory_labels"), "data")));
  }
}
