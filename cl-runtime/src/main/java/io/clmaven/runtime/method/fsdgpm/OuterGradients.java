package io.clmaven.runtime.method.fsdgpm;

/** The ways to put the outer gradient together, each made when it is first needed. */
final class OuterGradients {

  private final Objective objective;
  private final SoftProjection projection;
  private final InnerLoop inner;
  private FirstOrderGradient firstOrder;
  private AdjointGradient adjoint; // takes the memory of many networks

  OuterGradients(Objective objective, SoftProjection projection, InnerLoop inner) {
    this.objective = objective;
    this.projection = projection;
    this.inner = inner;
  }

  /** Returns the cheapest one that gives what the next update needs. */
  OuterGradient next() {
    return inner.secondOrder() || projection.needsGradient() ? adjoint() : firstOrder();
  }

  private OuterGradient adjoint() {
    if (adjoint == null) {
      adjoint = new AdjointGradient(objective, projection, inner);
    }
    return adjoint;
  }

  private OuterGradient firstOrder() {
    if (firstOrder == null) {
      firstOrder = new FirstOrderGradient(objective.network());
    }
    return firstOrder;
  }
}
