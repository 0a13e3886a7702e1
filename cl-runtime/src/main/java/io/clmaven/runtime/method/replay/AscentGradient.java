package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;

/**
 * The gradient of the loss of a batch at weights that lie up the gradients of its chunks. From w^0
 * = w on, chunk j moves the weights to w^j = w^(j-1) + eta1 clamp(g_j) with the gradient g_j of its
 * loss at w^(j-1). The loss is that of the whole batch, summed over all w^j and divided by K, also
 * where there are fewer chunks.
 *
 * <p>In first order its gradient is the sum of the gradients u_j of the parts at w^j. In second
 * order it is a_1, where backwards over j, from a = 0 on, a_j = (1 + eta1 H_j mask_j) (a_(j+1) +
 * u_j) with the Hessian H_j of the chunk's loss at w^(j-1), and mask_j 1 where the clamp was not
 * active.
 */
final class AscentGradient {

  private final Network network;
  private final Loss chunkLoss = new SoftmaxCrossEntropy();
  private final Loss wholeLoss;
  private final ElementClamp clamp;
  private final float eta1;
  private final FlatVector weights; // w
  private final Ascent[] ascents; // [K]
  private final FlatVector adjoint; // a
  private final AscentCurvature curvature;

  AscentGradient(Network network, Loss wholeLoss, FsErParameters parameters) {
    this.network = network;
    this.wholeLoss = wholeLoss;
    this.clamp = new ElementClamp((float) parameters.gradientClip());
    this.eta1 = (float) parameters.eta1();
    this.weights = network.parameters();
    this.ascents = new Ascent[parameters.innerBatches()];
    Arrays.setAll(ascents, j -> new Ascent(network));
    this.adjoint = network.vector();
    this.curvature =
        parameters.secondOrder()
            ? new ExactCurvature(network, chunkLoss, parameters)
            : AscentCurvature.NONE;
  }

  /**
   * Computes it; the weights themselves are in use again afterwards.
   *
   * @param chunks of the batch, K at most
   * @return the loss
   */
  double compute(List<Batch> chunks, Batch whole) {
    double sum = 0;
    FlatVector from = weights;
    for (int j = 0; j < chunks.size(); j++) {
      ascents[j].begin(from, chunks.get(j));
      sum += ascend(ascents[j], whole);
      from = ascents[j].ahead();
    }
    goBack(chunks.size());
    network.use(weights);
    return sum / ascents.length;
  }

  /** Returns the gradient [P] of the last loss, to be changed. */
  FlatVector result() {
    return adjoint;
  }

  private double ascend(Ascent ascent, Batch whole) {
    network.use(ascent.from());
    network.forward(ascent.chunk(), Mode.TRAIN);
    ascent.mark(network.pass());
    network.backward(ascent.chunk(), chunkLoss);
    clamp.apply(network.gradient());
    ascent.ahead().copyFrom(ascent.from());
    ascent.ahead().add(eta1, network.gradient());
    network.use(ascent.ahead());
    network.forward(whole, Mode.TRAIN);
    double loss = network.backward(whole, wholeLoss);
    ascent.gradient().copyFrom(network.gradient());
    return loss;
  }

  private void goBack(int count) {
    float share = 1f / ascents.length;
    for (int j = count - 1; j >= 0; j--) {
      FlatVector part = ascents[j].gradient();
      if (j == count - 1) {
        adjoint.copyFrom(part);
        adjoint.scale(share);
      } else {
        adjoint.add(share, part);
      }
      curvature.addTo(adjoint, ascents[j]);
    }
  }
}
