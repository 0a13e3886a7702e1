package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.replay.ElementClamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient through the perturbations, by the weights and by the soft weights. Backwards over
 * the perturbations j, with u_j the gradient of L_j / K at w^j and mask_j 1 where the clamp of q_j
 * was not active: b_j = a_(j+1) + u_j. In first order a_j = b_j, in second order a_j = b_j + s eta1
 * H_j Pi(mask_j b_j) with the Hessian H_j of the chunk's loss at w^(j-1). The result is a_1.
 */
final class AdjointGradient implements OuterGradient {

  private final Objective objective;
  private final SoftProjection projection;
  private final LambdaGradient lambdaGradient;
  private final ElementClamp clamp;
  private final boolean secondOrder;
  private final List<InnerTrace> traces = new ArrayList<>(); // [J], as many as there were chunks
  private final FlatVector adjoint; // b, then a
  private final FlatVector masked; // mask b
  private final FlatVector product; // H Pi(mask b)
  private Push push;
  private int count; // J

  AdjointGradient(Objective objective, SoftProjection projection, InnerLoop inner) {
    Network network = objective.network();
    this.objective = objective;
    this.projection = projection;
    this.lambdaGradient = projection.gradient();
    this.clamp = new ElementClamp((float) inner.clip());
    this.secondOrder = inner.secondOrder();
    this.adjoint = network.vector();
    this.masked = network.vector();
    this.product = network.vector();
  }

  @Override
  public void begin(Push next) {
    push = next;
    count = 0;
  }

  @Override
  public FlatVector ahead(int index) {
    return trace(index).ahead();
  }

  @Override
  public void gradient(InnerStep step, FlatVector gradient) {
    lambdaGradient.remember(step.index(), gradient);
  }

  @Override
  public void direction(InnerStep step, FlatVector direction) {
    trace(step.index()).enter(step);
    trace(step.index()).direction().copyFrom(direction);
  }

  @Override
  public void outer(InnerStep step, FlatVector gradient) {
    trace(step.index()).outer().copyFrom(gradient);
    count = step.index() + 1;
  }

  private InnerTrace trace(int index) {
    if (index == traces.size()) {
      traces.add(new InnerTrace(objective.network()));
    }
    return traces.get(index);
  }

  @Override
  public FlatVector result(int divisor) {
    for (int j = count - 1; j >= 0; j--) {
      InnerTrace trace = trace(j);
      trace.outer().scale(1f / divisor);
      if (j == count - 1) {
        adjoint.copyFrom(trace.outer());
      } else {
        adjoint.add(1f, trace.outer());
      }
      masked.copyFrom(adjoint);
      clamp.backward(trace.direction(), masked);
      lambdaGradient.add(j, push.length(), masked);
      if (secondOrder) {
        goThroughGradient(trace.step());
      }
    }
    return adjoint;
  }

  /** Adds s eta1 H Pi(mask b): the gradient of the chunk depends on the weights, too. */
  private void goThroughGradient(InnerStep step) {
    Network network = objective.network();
    projection.project(masked);
    network.use(step.from());
    network.repeat(step.chunk(), step.pass());
    network.backward(step.chunk(), objective.chunk());
    network.derivatives().hessianVectorProduct(masked, product);
    push.frozen().clear(product);
    adjoint.add(push.length(), product);
  }
}
