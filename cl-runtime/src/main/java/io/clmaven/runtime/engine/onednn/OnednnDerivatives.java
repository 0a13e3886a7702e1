package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.MissingPassException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sweeps over the stages where the last forward and backward left them. */
final class OnednnDerivatives implements Derivatives, AutoCloseable {

  private final Stages stages;
  private final Backward backward;
  private final Logits logits;
  private final Pass pass;
  private HessianSweep hessian; // null until somebody asks
  private CurvatureSweep curvature;

  OnednnDerivatives(Stages stages, Backward backward, Logits logits, Pass pass) {
    this.stages = stages;
    this.backward = backward;
    this.logits = logits;
    this.pass = pass;
  }

  @Override
  public INDArray inputs() {
    requireGradient();
    return backward.input(pass).toArray(pass.rows(), stages.inputShape());
  }

  @Override
  public void hessianVectorProduct(FlatVector direction, FlatVector product) {
    if (direction == product) {
      throw new IllegalArgumentException("direction and product must be two vectors");
    }
    prepare(product);
    stages.memory().look(ParameterMemory.Views::direction, direction);
    direction.push();
    if (hessian == null) {
      hessian = new HessianSweep(stages, backward.gradients());
    }
    hessian.run(logits, pass);
  }

  @Override
  public void curvature(GateRule rule, FlatVector diagonal) {
    prepare(diagonal);
    if (curvature == null) {
      curvature = new CurvatureSweep(stages, backward.gradients());
    }
    curvature.run(rule, logits, pass);
  }

  @Override
  public void sampleGradients(Power power, FlatVector sum) {
    prepare(sum);
    Place[] places = stages.places();
    for (int i = 0; i < places.length; i++) {
      if (backward.gradients().has(i + 1)) {
        places[i].stage().sampleGradients(backward.gradients().of(i + 1), power, pass);
      }
    }
    sum.scale(meanToOwn(power));
  }

  /** The gradient went back from the mean loss: what it says of a sample is 1 / N too small. */
  private float meanToOwn(Power power) {
    float samples = pass.rows();
    return switch (power) {
      case ABSOLUTE -> samples;
      case SQUARE -> samples * samples;
    };
  }

  /** Lets the sweeps write to a vector; where none comes by, it is zero. */
  private void prepare(FlatVector result) {
    requireGradient();
    result.overwrite();
    stages.memory().look(ParameterMemory.Views::result, result);
    Place[] places = stages.places();
    for (int i = 0; i < places.length; i++) {
      if (!backward.gradients().has(i + 1)) {
        stages.memory().clear(ParameterMemory.Views::result, places[i].name());
      }
    }
  }

  private void requireGradient() {
    if (!logits.hasLoss()) {
      throw MissingPassException.backward();
    }
  }

  @Override
  public void close() {
    if (hessian != null) {
      hessian.close();
    }
    if (curvature != null) {
      curvature.close();
    }
  }
}
