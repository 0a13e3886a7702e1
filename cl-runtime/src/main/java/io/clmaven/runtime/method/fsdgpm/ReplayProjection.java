package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.FrozenParameters;
import io.clmaven.runtime.method.replay.MixedBatch;
import io.clmaven.runtime.method.replay.Rehearsal;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.replay.RowOrder;
import io.clmaven.runtime.method.subspace.LeadingShare;
import io.clmaven.runtime.metric.Diagnostics;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Replay with a projection memory: the methods of Deng, Chen, Hao, Wang and Heng, "Flattening
 * Sharpness for Dynamic Gradient Projection Memory Benefits Continual Learning", NeurIPS 2021.
 *
 * <p>An update looks at a mixed batch S, the batch of the step and as many samples of a reservoir
 * buffer. With chunks j = 1..K of the batch, g_j the gradient of chunk j at w^(j-1) and w^0 = w:
 *
 * <pre>
 *   Pi(G) = G M diag(lambda) M^T                  for each projected weight, else G
 *   w^j   = w^(j-1) + s eta1 clamp(Pi(g_j))       s = +1: up the loss (FS); -1: down (La)
 *   G     = clip(d/dw (1/K) sum_j L(S; w^j))
 *   lambda &lt;- sigma(tau (lambda - s eta2 d/dlambda (1/K) sum_j L(S; w^j)))
 *   w     &lt;- optimizer step with G - Pi(G)
 * </pre>
 *
 * <p>After each task the bases M are made anew from samples of the buffer ({@link
 * ProjectionMemory}).
 *
 * <p>It does what the official code does, also where that differs from the paper:
 *
 * <ul>
 *   <li>Soft weights are as good as constant ({@link OfficialWeights}); {@link LiveWeights} and
 *       {@link LogitWeights} learn them.
 *   <li>The first update of a task perturbs with the initial soft weights and projects with the
 *       squashed ones.
 *   <li>Parameters that are not projected (normalisation, one head per task) are perturbed by their
 *       whole gradient, in the first task all are.
 *   <li>Gradients of perturbations are clamped element by element, the outer gradient is clipped by
 *       its norm before it is projected, and nothing is clipped after that.
 *   <li>Losses are averaged over K also where the batch gives fewer chunks.
 *   <li>Bases are rebuilt from random samples and do not grow: protection of old tasks is only
 *       approximate. The direction that crosses the threshold is kept ({@link LeadingShare}).
 *   <li>Every pass at perturbed weights moves the running statistics of batch normalisation, also
 *       once its scale and shift are frozen.
 *   <li>Nothing protects an output layer with one head per task.
 *   <li>eta1 and eta2 are divided with the learning rate and come back with the next task.
 * </ul>
 *
 * <p>It differs from the official code in how it computes, not in what: the gradient by the soft
 * weights is computed only where it has an effect, and second order is an exact Hessian-vector
 * product with the decisions of the first pass.
 */
abstract class ReplayProjection implements WholeStepMethod {

  private static final String SOURCE =
      "Deng et al., Flattening Sharpness for Dynamic Gradient Projection Memory Benefits Continual"
          + " Learning, NeurIPS 2021";

  private final Declaration declaration;
  private final Variant variant;
  private final RowOrder order = new RowOrder();
  private FsDgpmParameters parameters;
  private ReplayDraws draws;
  private Rehearsal rehearsal;
  private SoftProjection projection;
  private ProjectedGradient gradient;
  private BasisRebuild rebuild;
  private ProjectionWatch watch;
  private FrozenParameters normalisation;
  private double eta1;

  ReplayProjection(Declaration declaration, Variant variant) {
    this.declaration = declaration;
    this.variant = variant;
  }

  /** Returns the declaration of a method of the family. */
  static Declaration declaration(String name, String summary, Class<? extends Record> parameters) {
    return new Declaration(name, summary, SOURCE, parameters);
  }

  @Override
  public final Declaration declaration() {
    return declaration;
  }

  /** Task and domain: with new classes in a shared output layer it has no meaning of its own. */
  @Override
  public final Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public final void begin(MethodContext context) {
    begin(context, ReplayDraws.of(context.random()));
  }

  /** Begins with given decisions. */
  final void begin(MethodContext context, ReplayDraws decisions) {
    FamilyParameters given = (FamilyParameters) context.parameters();
    Network network = context.network();
    parameters = given.complete();
    if (parameters.secondOrder()) {
      network.derivatives().requireHessian();
    }
    Variant chosen = variant(given);
    draws = decisions;
    rehearsal = new Rehearsal(context, parameters.memories(), decisions);
    List<ProjectedWeight> weights =
        ProjectedWeight.of(network.model(), network.layout(), context.scenario());
    projection =
        new SoftProjection(
            new ProjectionMemory(weights),
            SoftWeights.of(chosen, parameters),
            parameters.innerBatches());
    Objective objective = new Objective(network, new SoftmaxCrossEntropy(), rehearsal.loss());
    gradient = new ProjectedGradient(objective, projection, chosen, parameters);
    rebuild = new BasisRebuild(network, rehearsal.buffer(), decisions, parameters);
    watch = new ProjectionWatch(declaration.name(), chosen, projection);
    normalisation = FrozenParameters.normalisation(network.layout());
    eta1 = parameters.eta1();
  }

  /** Returns which of the variants this is with the parameters of an experiment. */
  Variant variant(FamilyParameters given) {
    return variant;
  }

  @Override
  public final void beforeTask(Task task) {
    eta1 = parameters.eta1();
    watch.beginTask();
    projection.beginTask();
  }

  @Override
  public final void rateDecayed(double factor) {
    eta1 /= factor;
    projection.decay(factor);
  }

  @Override
  public final double step(WholeStep step) {
    double sum = 0;
    for (int i = 0; i < parameters.glances(); i++) {
      double loss = look(step, i);
      if (!Double.isFinite(loss)) {
        return loss;
      }
      watch.project(step, gradient);
      step.update(gradient.values());
      sum += loss;
    }
    rehearsal.offer(step, order);
    return sum / parameters.glances();
  }

  /** Computes the gradient of a glance at the batch, clipped and not projected yet. */
  final double look(WholeStep step, int glance) {
    if (glance == 0) {
      order.reset(step.batch().size());
    }
    return gradient.compute(glance(step), push(step.task()));
  }

  private Push push(Task task) {
    boolean frozen = parameters.freezeBatchNorm() && task.index() > 0;
    return new Push(
        (float) (gradient.variant().perturbation().sign() * eta1),
        frozen ? normalisation : FrozenParameters.NONE);
  }

  private Glance glance(WholeStep step) {
    Batch batch = step.batch();
    order.permute(draws.batchOrder(batch.size()));
    MixedBatch mixed = rehearsal.mix(step, order);
    return new Glance(
        mixed.whole(), mixed.chunks(batch.size(), parameters.innerBatches(), batch.outputs()));
  }

  @Override
  public final void afterTask(Task task) {
    watch.learnt(task);
    rebuild.after(task, projection.memory());
    watch.rebuilt(task);
  }

  @Override
  public final Diagnostics diagnostics() {
    return watch.diagnostics();
  }

  /** Returns the bases and their soft weights. */
  final SoftProjection projection() {
    return projection;
  }

  /** Returns the gradient of the last glance. */
  final ProjectedGradient gradient() {
    return gradient;
  }

  /** Returns the samples of earlier batches. */
  final ReplayBuffer buffer() {
    return rehearsal.buffer();
  }

  /** Returns the length of a perturbation in force. */
  final double eta1() {
    return eta1;
  }

  @Override
  public final void save(StateWriter out) {
    out.putDouble("replay-projection.eta1", eta1);
    rehearsal.save(out);
    projection.save(out);
    watch.save(out);
  }

  @Override
  public final void load(StateReader in) {
    eta1 = in.getDouble("replay-projection.eta1");
    rehearsal.load(in);
    projection.load(in);
    watch.load(in);
  }
}
