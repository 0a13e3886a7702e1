package io.clmaven.runtime.method.fsdgpm;

/** The ways to put the outer gradient together, each made when it is first needed. */
final class OuterGradients {

  private final Objective objective;
  private final SoftProjection projection;
  private final FsDgpmParameters parameters;
  private FirstOrderGradient firstOrder;
  private AdjointGradient adjoint; // takes the memory of many networks

  OuterGradients(Objective objective, SoftProjection projection, FsDgpmParameters parameters) {
    this.objective = objective;
    this.projection = projection;
    this.parameters = parameters;
  }

  /** Returns the cheapest one that gives what the next update needs. */
  OuterGradient next() {
    return parameters.secondOrder() || projection.needsGradient() ? adjoint() : firstOrder();
  }

  private OuterGradient adjoint() {
    if (adjoint == null) {
      adjoint = new AdjointGradient(objective, projection, parameters);
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
