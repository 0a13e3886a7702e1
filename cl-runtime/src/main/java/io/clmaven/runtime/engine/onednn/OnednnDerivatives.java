package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sweeps over the stages where the last forward and backward left them. */
final class OnednnDerivatives implements Derivatives, AutoCloseable {

  private final Stages stages;
  private final Backward backward;
  private final Logits logits;
  private final Pass pass;

  OnednnDerivatives(Stages stages, Backward backward, Logits logits, Pass pass) {
    this.stages = stages;
    this.backward = backward;
    this.logits = logits;
    this.pass = pass;
  }

  @Override
  public INDArray inputs() {
    return backward.input(pass).toArray(pass.rows(), stages.inputShape());
  }

  @Override
  public void hessianVectorProduct(FlatVector direction, FlatVector product) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void curvature(GateRule rule, FlatVector diagonal) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sampleGradients(Power power, FlatVector sum) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
