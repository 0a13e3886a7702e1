package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Differentiates a loss at look-ahead weights, as FS-DGPM does in second order: w_j = w_(j-1) + s
 * g_j(w_(j-1)) for j = 1, 2 with the gradient g_j of batch j, and the mean of L(S; w_1) and L(S;
 * w_2) by w. Backwards, with u_j = dL(S; w_j) / dw_j / 2 and a_3 = 0: b_j = a_(j+1) + u_j, a_j =
 * b_j + s H_j b_j.
 */
class LookAheadTest {

  private static final float STEP = 0.5f; // s
  private static final double REACH = 1e-4;

  private static final ModelSpec MODEL =
      ModelSpec.input(List.of(3))
          .then("lin1", Models.linear(4, true))
          .then("tanh", new Layer.Tanh())
          .then("lin2", Models.linear(3, true))
          .build();

  private final Loss loss = new SoftmaxCrossEntropy();
  private final Batch all = Models.batch(MODEL, 5, 1); // S
  private final List<Batch> chunks = List.of(Models.batch(MODEL, 2, 2), Models.batch(MODEL, 3, 3));

  @Test
  void parameterSetsPassesAndProductsMakeItsGradient() {
    try (Network network = Models.compile(new OnednnEngine(), MODEL, 1)) {
      double[] start = DoubleNetwork.doubles(network.parameters().pull());
      float[] gradient = gradient(network);
      for (int i = 0; i < gradient.length; i++) {
        assertThat((double) gradient[i])
            .as("parameter %d", i)
            .isCloseTo(slope(start, i), within(1e-5));
      }
    }
  }

  private float[] gradient(Network network) {
    List<FlatVector> weights = new ArrayList<>(List.of(network.parameters()));
    List<FlatVector> outer = new ArrayList<>(); // 2 u_j
    long[] passes = new long[chunks.size()];
    for (int j = 0; j < chunks.size(); j++) {
      network.use(weights.get(j));
      network.forward(chunks.get(j), Mode.TRAIN);
      passes[j] = network.pass();
      network.backward(chunks.get(j), loss);
      FlatVector ahead = copy(network, weights.get(j));
      ahead.add(STEP, network.gradient());
      weights.add(ahead);
      network.use(ahead);
      network.forward(all, Mode.TRAIN);
      network.backward(all, loss);
      outer.add(copy(network, network.gradient()));
    }
    FlatVector adjoint = network.vector();
    FlatVector product = network.vector();
    for (int j = chunks.size() - 1; j >= 0; j--) {
      adjoint.add(0.5f, outer.get(j));
      network.use(weights.get(j));
      network.repeat(chunks.get(j), passes[j]);
      network.backward(chunks.get(j), loss);
      network.derivatives().hessianVectorProduct(adjoint, product);
      adjoint.add(STEP, product);
    }
    return adjoint.pull();
  }

  private static FlatVector copy(Network network, FlatVector vector) {
    FlatVector copy = network.vector();
    copy.copyFrom(vector);
    return copy;
  }

  private double slope(double[] start, int index) {
    double[] above = start.clone();
    above[index] += REACH;
    double[] below = start.clone();
    below[index] -= REACH;
    return (ahead(above) - ahead(below)) / (2 * REACH);
  }

  /** Computes the mean of L(S; w_1) and L(S; w_2) in double precision. */
  private double ahead(double[] start) {
    double[] weights = start.clone();
    double sum = 0;
    for (Batch chunk : chunks) {
      double[] gradient = exact(weights, chunk).parameterGradient();
      double[] before = weights;
      Arrays.setAll(weights, i -> before[i] + STEP * gradient[i]);
      sum += exact(weights, all).loss();
    }
    return sum / chunks.size();
  }

  private static Differences exact(double[] weights, Batch batch) {
    return new Differences(
        new DoubleNetwork(MODEL, Mode.TRAIN),
        weights,
        DoubleNetwork.inputs(batch),
        batch.labels(),
        batch.outputs());
  }
}
