package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RecurringProjectionTest {

  private static final int INPUTS = 20;
  private static final int SIZE = 1300; // more than two blocks

  private final ModelSpec model = Models.mlp(INPUTS, false, 8, 3);
  private final Rows set = new Rows(Models.batch(model, SIZE, 5));

  /** Rows of a batch that count how often they are read. */
  private static final class Rows implements InputRows {
    private final Batch all;
    private long reads;

    Rows(Batch all) {
      this.all = all;
    }

    @Override
    public int size() {
      return all.size();
    }

    @Override
    public void copy(int[] indices, int from, int count, FloatPointer target) {
      float[] values = all.inputs().data().asFloat();
      for (int i = 0; i < count; i++) {
        FloatPointer row = target.getPointer((long) i * INPUTS);
        row.put(values, indices[from + i] * INPUTS, INPUTS);
      }
      reads += count;
    }

    Batch batch(int... indices) {
      INDArray inputs = Nd4j.create(indices.length, INPUTS);
      try (FloatPointer target = new FloatPointer(inputs.data().addressPointer())) {
        copy(indices, 0, indices.length, target);
      }
      int[] labels = IntStream.of(indices).map(i -> all.labels()[i]).toArray();
      return new Batch(inputs, labels, all.outputs(), new Batch.Origin(this, indices));
    }
  }

  @Test
  void givesTheGradientOfAProjectionAtEveryStep() {
    for (int k : new int[] {1, 7, 13, 19}) {
      Batch batch = set.batch(3, 1299, 511, 512, 0);
      float[] once = gradient(k, batch);
      float[] everyStep = gradient(k, new Batch(batch.inputs(), batch.labels(), batch.outputs()));
      assertThat(once).usingComparatorWithPrecision(1e-6f).containsExactly(everyStep);
    }
  }

  @Test
  void givesTheSameBitsWhateverBatchesCameBefore() {
    Batch batch = set.batch(700, 2, 2, 1024);
    try (Network network = network(7)) {
      gradient(network, set.batch(1, 5, 700));
      gradient(network, set.batch(1024));
      assertThat(gradient(network, batch)).containsExactly(gradient(7, batch));
    }
  }

  @Test
  void readsTheRowsOfASetOnce() {
    try (Network network = network(7)) {
      Batch first = set.batch(1, 2, 3);
      Batch second = set.batch(4, 5, 6);
      long before = set.reads;
      gradient(network, first);
      gradient(network, second);
      assertThat(set.reads - before).isEqualTo(SIZE);
    }
  }

  @Test
  void projectsTheRowsOfTheNextSetAnew() {
    Rows next = new Rows(Models.batch(model, 10, 6));
    try (Network network = network(7)) {
      gradient(network, set.batch(1, 2));
      Batch batch = next.batch(1, 2);
      assertThat(gradient(network, batch)).containsExactly(gradient(7, batch));
    }
  }

  @Test
  void followsANewBasis() {
    Batch batch = set.batch(1, 2, 3);
    try (Network network = network(7)) {
      gradient(network, batch);
      project(network, 9);
      assertThat(gradient(network, batch)).containsExactly(gradient(9, batch));
    }
  }

  private float[] gradient(int k, Batch batch) {
    try (Network network = network(k)) {
      return gradient(network, batch);
    }
  }

  private Network network(int k) {
    Network network = Models.compile(new OnednnEngine(), model, 1);
    project(network, k);
    return network;
  }

  private static void project(Network network, int k) {
    Segment weight = network.layout().weights().get(0);
    network.project(weight, Models.orthonormal(INPUTS, k, k));
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, new SoftmaxCrossEntropy());
    return network.gradient().pull().clone();
  }
}
