package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Experience replay with a reservoir: Chaudhry et al., 2019; Riemer et al., ICLR 2019 (algorithm
 * 4).
 *
 * <p>Each update follows the gradient of the mean loss of the batch and as many samples of earlier
 * batches, clipped to a global norm. Each sample is classified among the classes of its own task.
 *
 * <p>It does what the code of FS-DGPM (NeurIPS 2021) does, also where that differs from the papers:
 *
 * <ul>
 *   <li>The gradient is clipped ({@link ErParameters#gradientClip()}); the papers do not clip.
 *   <li>Samples are drawn from the whole buffer, which may hold samples of the current task.
 *   <li>Batches are offered to the reservoir in the first epoch of a task only; the stream of the
 *       papers has one epoch.
 *   <li>With {@link ErParameters#glances()} a batch is used several times in a row, each time with
 *       other samples of the buffer. Algorithm 4 of Riemer et al. draws single samples in turn.
 *   <li>With {@link ErParameters#freezeBatchNorm()} scale and shift of batch normalisation are
 *       learnt in the first task only; running statistics go on.
 * </ul>
 *
 * <p>Momentum is the optimizer's and begins anew at each task.
 */
public final class Er implements WholeStepMethod {

  private final Function<RandomStreams, ReplayDraws> source;
  private final RowOrder order = new RowOrder();
  private ErParameters parameters;
  private Glances glances;
  private FrozenParameters normalisation;
  private GradientClip clip;
  private Rehearsal rehearsal;

  public Er() {
    this(ReplayDraws::of);
  }

  /**
   * Makes the method.
   *
   * @param source what decides in place of chance
   */
  Er(Function<RandomStreams, ReplayDraws> source) {
    this.source = source;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "er",
        "Experience replay: every batch is joined by samples of a reservoir.",
        "Chaudhry et al., On Tiny Episodic Memories in Continual Learning, 2019; as in the code of"
            + " Deng et al., NeurIPS 2021",
        ErParameters.class);
  }

  /** Task and domain: the loss of a sample knows which classes compete. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public void begin(MethodContext context) {
    parameters = context.parameters(ErParameters.class);
    glances = new Glances(parameters.glances());
    normalisation = FrozenParameters.normalisation(context.network().layout());
    clip = new GradientClip(parameters.gradientClip());
    rehearsal = new Rehearsal(context, parameters.memories(), source.apply(context.random()));
  }

  @Override
  public double step(WholeStep step) {
    order.reset(step.batch().size());
    double loss = glances.run(() -> glance(step));
    if (Double.isFinite(loss)) {
      rehearsal.offer(step, order);
    }
    return loss;
  }

  private double glance(WholeStep step) {
    Network network = step.network();
    Batch mixed = rehearsal.mix(step, order).whole();
    network.forward(mixed, Mode.TRAIN);
    double loss = network.backward(mixed, rehearsal.loss());
    if (Double.isFinite(loss)) {
      FlatVector gradient = network.gradient();
      frozen(step.task()).clear(gradient);
      clip.apply(gradient);
      step.update(gradient);
    }
    return loss;
  }

  private FrozenParameters frozen(Task task) {
    boolean freezes = parameters.freezeBatchNorm() && task.index() > 0;
    return freezes ? normalisation : FrozenParameters.NONE;
  }

  @Override
  public void save(StateWriter out) {
    rehearsal.save(out);
  }

  @Override
  public void load(StateReader in) {
    rehearsal.load(in);
  }
}
