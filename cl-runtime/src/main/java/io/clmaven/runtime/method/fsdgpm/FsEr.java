package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.fsdgpm.Variant.Place;
import io.clmaven.runtime.method.fsdgpm.Variant.Weighting;
import io.clmaven.runtime.method.replay.Er;
import io.clmaven.runtime.method.replay.FrozenParameters;
import io.clmaven.runtime.method.replay.Glances;
import io.clmaven.runtime.method.replay.MixedBatch;
import io.clmaven.runtime.method.replay.Rehearsal;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.replay.RowOrder;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Experience replay that looks for flat minima: Deng et al., NeurIPS 2021.
 *
 * <p>The batch is joined by samples of a reservoir as in {@link Er}. Each of K parts of it moves
 * the weights a step eta1 up its gradient, from where the part before left them; the update follows
 * the gradient of the mean of the losses of all of it at these weights.
 *
 * <p>It does what the official code does, also where that differs from the paper:
 *
 * <ul>
 *   <li>Perturbations are taken from the mixed batch, samples of earlier tasks included, and all of
 *       its samples are classified among the classes of the current task. This can only be done
 *       where all tasks share their classes.
 *   <li>The gradient of a perturbation is not normalised but clamped element by element to [-c, c],
 *       that of the update is clipped to norm c, with one c for both.
 *   <li>The mean is taken over K, also where a small batch makes fewer parts.
 *   <li>eta1 is the same in the whole run; learning-rate schedules do not change it.
 *   <li>In first order the perturbations count as constants when the gradient is taken.
 *   <li>What {@link Er} says of glances and of the buffer holds here too. Batch normalisation
 *       cannot be frozen: the official code does that only where each task has a head.
 * </ul>
 *
 * <p>Running statistics of batch normalisation move with every training pass, those at perturbed
 * weights included; passes that only second order needs do not move them.
 */
public final class FsEr implements WholeStepMethod {

  private static final Variant VARIANT =
      new Variant(Perturbation.UP, Weighting.ONE, Place.PERTURBED);

  private final RowOrder order = new RowOrder();
  private FsErParameters parameters;
  private Glances glances;
  private Push push;
  private Rehearsal rehearsal;
  private ProjectedGradient gradient;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "fs-er",
        "Experience replay with flattened sharpness: updates at weights moved up the gradient.",
        "Deng et al., Flattening Sharpness for Dynamic Gradient Projection Memory Benefits"
            + " Continual Learning, NeurIPS 2021",
        FsErParameters.class);
  }

  /** Domain: perturbations see samples of all tasks on the outputs of the current one. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.DOMAIN);
  }

  @Override
  public void begin(MethodContext context) {
    begin(context, ReplayDraws.of(context.random()));
  }

  /** Begins with given decisions. */
  void begin(MethodContext context, ReplayDraws decisions) {
    parameters = context.parameters(FsErParameters.class);
    parameters.inner().require(context.network());
    glances = new Glances(parameters.glances());
    push = new Push((float) parameters.eta1(), FrozenParameters.NONE);
    rehearsal = new Rehearsal(context, parameters.memories(), decisions);
    Objective objective =
        new Objective(context.network(), new SoftmaxCrossEntropy(), rehearsal.loss());
    gradient = new ProjectedGradient(objective, SoftProjection.none(), VARIANT, parameters.inner());
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
    MixedBatch mixed = rehearsal.mix(step, order);
    Batch whole = mixed.whole();
    List<Batch> chunks =
        mixed.chunks(whole.size(), parameters.innerBatches(), step.batch().outputs());
    double loss = gradient.compute(new Glance(whole, chunks), push);
    if (Double.isFinite(loss)) {
      step.update(gradient.values());
    }
    return loss;
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
