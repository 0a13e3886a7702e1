package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.SampleDraw;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.Set;

/**
 * Elastic weight consolidation: Kirkpatrick et al., PNAS 2017.
 *
 * <p>From the second task on the gradient of lambda sum F (w - mu)^2 is added to that of the batch:
 * weights w stay near those of earlier tasks, mu, where the Fisher diagonal F says that it matters.
 *
 * <p>By default it does what the code of TAG does, also where that differs from the paper:
 *
 * <ul>
 *   <li>F comes from one gradient of a whole batch, with the head of the task that comes next
 *       ({@link SquaredMeanGradient}); {@code fisher: empirical} and {@code fisher: exact} square
 *       the gradients of single samples, with the task's own head.
 *   <li>F is a running average over tasks that weighs later ones more, and mu are the weights after
 *       the last task; {@code consolidation: separate} has an anchor for each task as the paper
 *       does, {@code consolidation: online} is online EWC (Schwarz et al., ICML 2018).
 *   <li>There is no 1/2 in the penalty.
 *   <li>The gradient of the penalty is clipped, by itself.
 * </ul>
 *
 * <p>It differs from the official code in how it computes, not in what: samples go through the
 * network in smaller batches, which is the same in evaluation mode.
 */
public final class Ewc implements ContinualMethod {

  private EwcParameters parameters;
  private Network network;
  private DiagonalFisher fisher;
  private ConsolidationRule rule;
  private Quadratic penalty;
  private FisherShare share;
  private boolean active; // from the second task on

  @Override
  public Declaration declaration() {
    return new Declaration(
        "ewc",
        "Elastic weight consolidation: a penalty on moving weights that earlier tasks need.",
        "Kirkpatrick et al., Overcoming Catastrophic Forgetting in Neural Networks, PNAS 2017; as"
            + " in the code of Malviya et al., TAG, 2021",
        EwcParameters.class);
  }

  /** Task and domain: with new classes in a shared output layer it has no meaning of its own. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public void begin(MethodContext context) {
    parameters = context.parameters(EwcParameters.class);
    network = context.network();
    fisher = fisher(context);
    rule = parameters.rule();
    penalty = new Quadratic(network.layout().length());
    share = new FisherShare(network.layout());
  }

  private DiagonalFisher fisher(MethodContext context) {
    SampleDraw draw = new SampleDraw(context.random().stream("fisher"), parameters.samples());
    return switch (parameters.fisher()) {
      case OFFICIAL -> new SquaredMeanGradient(context, draw);
      case EMPIRICAL -> new EmpiricalFisher(network, draw);
      case EXACT -> new ExactFisher(network, draw);
    };
  }

  @Override
  public void adjustGradient(StepContext step) {
    if (active && parameters.strength() > 0) {
      penalty.addSlope(
          network.parameters().pull(),
          (float) parameters.strength(),
          parameters.penaltyClip(),
          step.gradient());
    }
  }

  @Override
  public void afterTask(Task task) {
    float[] weights = network.parameters().pull();
    rule.takeIn(task.index() + 1, fisher.of(task), weights, penalty);
    share.learnt(task, penalty.precision());
    active = true;
  }

  @Override
  public Diagnostics diagnostics() {
    return share.toDiagnostics();
  }

  /** Returns the penalty. */
  Quadratic penalty() {
    return penalty;
  }

  @Override
  public void save(StateWriter out) {
    penalty.save(out);
    share.save(out);
    out.putLong("ewc.active", active ? 1 : 0);
  }

  @Override
  public void load(StateReader in) {
    penalty.load(in);
    share.load(in);
    active = in.getLong("ewc.active") == 1;
  }
}
