package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Spectrum;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Bases and buffer of a method after a task of a trajectory.
 *
 * @param what begins messages
 */
record MemoryReplay(Trajectory trajectory, ReplayProjection method, String what) {

  private static final double PROJECTOR = 2e-5;

  /** Compares the threshold, ranks exactly, and B B^T. */
  void bases(Task task, JsonNode expected) {
    Number threshold = Settings.of(trajectory.config()).thresholdAfter(task.index());
    for (double given : doubles(field(expected, "thresholds"))) {
      assertFloat(what + "threshold", threshold.doubleValue(), given);
    }
    List<Basis> bases = method.projection().memory().bases();
    List<JsonNode> layers = list(field(expected, "layers"));
    assertThat(bases).as(what + "layers").hasSameSizeAs(layers);
    for (int i = 0; i < layers.size(); i++) {
      basis(what + "layer %d, ".formatted(i), bases.get(i), layers.get(i));
    }
  }

  /** Compares singular values of the inputs that a network gives to each layer. */
  void singularValues(Network network, JsonNode expected) {
    int[] slots = ints(field(expected, "buffer_indices_used"));
    Batch samples = MemorySamples.of(method.buffer(), slots, network.model());
    LayerInputs inputs = network.capture(samples, Mode.EVALUATE);
    List<ProjectedWeight> weights =
        ProjectedWeight.of(network.model(), network.layout(), trajectory.scenario());
    for (int i = 0; i < weights.size(); i++) {
      INDArray recorded = inputs.of(weights.get(i).segment().layer());
      Spectrum spectrum = weights.get(i).representation().matrix(recorded, slots.length).spectrum();
      double[] values = doubles(field(expected, "layers").get(i).get("singular_values"));
      for (int j = 0; j < values.length; j++) {
        double energy = j < spectrum.size() ? spectrum.energy(j) : 0;
        String place = what + "layer %d, singular value %d".formatted(i, j);
        assertFloat(place, Math.sqrt(energy), values[j]);
      }
    }
  }

  private static void basis(String what, Basis basis, JsonNode expected) {
    assertThat(basis.rank()).as(what + "rank").isEqualTo(field(expected, "kept").intValue());
    INDArray actual = basis.matrix(DataType.DOUBLE);
    INDArray given = GivenBasis.of(field(expected, "basis")).matrix(DataType.DOUBLE);
    INDArray difference = actual.mmul(actual.transpose()).sub(given.mmul(given.transpose()));
    assertThat(difference.amaxNumber().doubleValue()).as(what + "projector").isLessThan(PROJECTOR);
  }

  /** Compares what each slot holds: task and row of its training set. */
  void buffer(JsonNode expected) {
    ReplayBuffer buffer = method.buffer();
    assertThat(buffer.size()).as(what + "buffer").isEqualTo(expected.size());
    float[] held = new float[trajectory.network().model().inputSize()];
    try (FloatPointer target = new FloatPointer((long) held.length)) {
      for (int slot = 0; slot < expected.size(); slot++) {
        int id = expected.get(slot).get(0).intValue();
        int row = expected.get(slot).get(1).intValue();
        buffer.copy(new int[] {slot}, 0, 1, target);
        target.get(held);
        assertThat(held).as(what + "slot %d", slot).containsExactly(trajectory.row(id, row));
        assertThat(buffer.label(slot)).isEqualTo(trajectory.label(id, row));
        assertThat(buffer.task(slot)).isEqualTo(trajectory.withId(id).index());
      }
    }
  }
}
