package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.ReplayCrossEntropy;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.FrozenParameters;
import io.clmaven.runtime.method.replay.MixedBatch;
import io.clmaven.runtime.method.replay.MixedBatches;
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
import java.util.stream.IntStream;

/**
 * Replay with a projection memory: the methods of Deng, Chen, Hao, Wang and Huang, "Flattening
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
  private Network network;
  private ReplayDraws draws;
  private ReplayBuffer buffer;
  private MixedBatches batches;
  private SoftProjection projection;
  private ProjectedGradient gradient;
  private FrozenParameters normalisation;
  private double eta1;
  private List<Segment> projected;
  private ProjectionDiagnostics diagnostics;
  private long checkedEpoch; // of this task; -1 before its first check

  ReplayProjection(String name, String summary, Variant variant) {
    this.declaration = new Declaration(name, summary, SOURCE, FsDgpmParameters.class);
    this.variant = variant;
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
    parameters = context.parameters(FsDgpmParameters.class);
    network = context.network();
    draws = decisions;
    buffer = new ReplayBuffer(parameters.memories(), network.model().inputSize());
    batches = new MixedBatches(network.model());
    projection = projection(context.scenario());
    gradient = new ProjectedGradient(objective(context.tasks()), projection, variant, parameters);
    normalisation = FrozenParameters.normalisation(network.layout());
    eta1 = parameters.eta1();
    projected =
        ProjectedWeight.of(network.model(), network.layout(), context.scenario()).stream()
            .map(ProjectedWeight::segment)
            .toList();
    diagnostics =
        new ProjectionDiagnostics(
            declaration.name(), variant.weighting() == Variant.Weighting.SOFT, projected);
  }

  private SoftProjection projection(Scenario scenario) {
    List<ProjectedWeight> weights = ProjectedWeight.of(network.model(), network.layout(), scenario);
    return new SoftProjection(
        new ProjectionMemory(weights),
        SoftWeights.of(variant, parameters),
        parameters.innerBatches());
  }

  private Objective objective(TaskStream tasks) {
    List<OutputRange> heads =
        IntStream.range(0, tasks.size()).mapToObj(i -> tasks.task(i).outputs()).toList();
    return new Objective(network, new SoftmaxCrossEntropy(), new ReplayCrossEntropy(heads));
  }

  @Override
  public final void beforeTask(Task task) {
    eta1 = parameters.eta1();
    checkedEpoch = -1;
    projection.beginTask();
  }

  @Override
  public final void rateDecayed(double factor) {
    eta1 /= factor;
    projection.decay(factor);
  }

  @Override
  public final double step(WholeStep step) {
    Batch batch = step.batch();
    double sum = 0;
    for (int i = 0; i < parameters.glances(); i++) {
      double loss = look(step, i);
      if (!Double.isFinite(loss)) {
        return loss;
      }
      project(step);
      step.update(gradient.values());
      sum += loss;
    }
    if (step.epoch() == 0) {
      buffer.offer(batch, order.rows(), step.task().index(), draws);
    }
    return sum / parameters.glances();
  }

  /** Removes the projected part, and checks that once in an epoch. */
  private void project(WholeStep step) {
    if (step.epoch() == checkedEpoch || projection.memory().isEmpty()) {
      gradient.project();
      return;
    }
    checkedEpoch = step.epoch();
    SoftProjectionCheck check = new SoftProjectionCheck(projected, projection, gradient.values());
    gradient.project();
    diagnostics.projected(step.task(), check.deviations(gradient.values()));
  }

  /** Computes the gradient of a glance at the batch, clipped and not projected yet. */
  final double look(WholeStep step, int glance) {
    if (glance == 0) {
      order.reset(step.batch().size());
    }
    return gradient.compute(glance(step.batch()), push(step.task()));
  }

  private Push push(Task task) {
    boolean frozen = parameters.freezeBatchNorm() && task.index() > 0;
    return new Push(
        (float) (variant.perturbation().sign() * eta1),
        frozen ? normalisation : FrozenParameters.NONE);
  }

  private Glance glance(Batch batch) {
    order.permute(draws.batchOrder(batch.size()));
    int[] samples = draws.bufferSamples(buffer.size(), Math.min(batch.size(), buffer.size()));
    MixedBatch mixed = batches.mix(batch, order.rows(), buffer, samples);
    return new Glance(
        mixed.whole(), mixed.chunks(batch.size(), parameters.innerBatches(), batch.outputs()));
  }

  @Override
  public final void afterTask(Task task) {
    diagnostics.learnt(
        task, projection.memory().isEmpty() ? new float[0][] : projection.weights().values());
    if (buffer.size() > 0) {
      int count = Math.min(parameters.memoryBatchSize(), buffer.size());
      int[] slots = draws.memorySamples(buffer.size(), count);
      Batch samples = MemorySamples.of(buffer, slots, network.model());
      LeadingShare rule = new LeadingShare(parameters.thresholdAfter(task.index()));
      projection.memory().rebuild(network.capture(samples, Mode.EVALUATE), rule);
    }
    diagnostics.rebuilt(task, projection.memory().bases());
  }

  @Override
  public final Diagnostics diagnostics() {
    return diagnostics.toDiagnostics();
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
    return buffer;
  }

  /** Returns the length of a perturbation in force. */
  final double eta1() {
    return eta1;
  }

  @Override
  public final void save(StateWriter out) {
    out.putDouble("replay-projection.eta1", eta1);
    buffer.save(out);
    projection.save(out);
    diagnostics.save(out);
    out.putLong("replay-projection.checked-epoch", checkedEpoch);
  }

  @Override
  public final void load(StateReader in) {
    eta1 = in.getDouble("replay-projection.eta1");
    buffer.load(in);
    projection.load(in);
    diagnostics.load(in);
    checkedEpoch = in.getLong("replay-projection.checked-epoch");
  }
}
