package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;

/**
 * The Hessian of the chunk's loss: second order. The chunk's pass is done again for it, which
 * leaves running statistics as they are.
 */
final class ExactCurvature implements AscentCurvature {

  private final Network network;
  private final Derivatives derivatives;
  private final Loss loss;
  private final ElementClamp clamp;
  private final float eta1;
  private final FlatVector masked; // mask b
  private final FlatVector product; // H mask b

  ExactCurvature(Network network, Loss loss, FsErParameters parameters) {
    this.network = network;
    this.derivatives = network.derivatives();
    derivatives.requireHessian();
    this.loss = loss;
    this.clamp = new ElementClamp((float) parameters.gradientClip());
    this.eta1 = (float) parameters.eta1();
    this.masked = network.vector();
    this.product = network.vector();
  }

  @Override
  public void addTo(FlatVector adjoint, Ascent ascent) {
    network.use(ascent.from());
    network.repeat(ascent.chunk(), ascent.pass());
    network.backward(ascent.chunk(), loss);
    masked.copyFrom(adjoint);
    clamp.backward(network.gradient(), masked);
    derivatives.hessianVectorProduct(masked, product);
    adjoint.add(eta1, product);
  }
}
