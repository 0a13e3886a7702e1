package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.MissingPassException;
import io.clmaven.runtime.engine.UnsupportedModelException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of the inputs; DL4J differentiates nothing else. */
final class Dl4jDerivatives implements Derivatives {

  private final Graph graph;
  private boolean hasGradient; // of the last pass with the parameters in use

  Dl4jDerivatives(Graph graph) {
    this.graph = graph;
  }

  /** Tells that a backward pass went through the graph. */
  void wentBack() {
    hasGradient = true;
  }

  /** Tells that the last backward pass no longer belongs to the last forward pass. */
  void forget() {
    hasGradient = false;
  }

  @Override
  public INDArray inputs() {
    if (!hasGradient) {
      throw MissingPassException.backward();
    }
    return graph.inputGradient().dup('c');
  }

  @Override
  public void requireHessian() {
    throw unsupported("Hessian-vector products", "DL4J has no second derivatives");
  }

  @Override
  public void hessianVectorProduct(FlatVector direction, FlatVector product) {
    requireHessian();
  }

  @Override
  public void curvature(GateRule rule, FlatVector diagonal) {
    throw unsupported("curvatures", "DL4J has no second derivatives");
  }

  @Override
  public void sampleGradients(Power power, FlatVector sum) {
    throw unsupported("gradients of single samples", "DL4J sums them over the batch");
  }

  private static UnsupportedModelException unsupported(String what, String why) {
    return new UnsupportedModelException(
        "Cannot compute %s with engine 'dl4j': %s. Choose engine 'onednn'.".formatted(what, why));
  }
}
