package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.Glances;
import io.clmaven.runtime.method.replay.Rehearsal;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.Set;

/** A method of the family; the page of the package has the formulas. */
abstract class ReplayProjection implements WholeStepMethod {

  private static final String SOURCE =
      "Deng et al., Flattening Sharpness for Dynamic Gradient Projection Memory Benefits Continual"
          + " Learning, NeurIPS 2021";

  private final Declaration declaration;
  private final Variant variant;
  private FsDgpmParameters parameters;
  private Rehearsal rehearsal;
  private Glances glances;
  private GlanceDraws draws;
  private Pushes pushes;
  private SoftProjection projection;
  private ProjectedGradient gradient;
  private BasisRebuild rebuild;
  private ProjectionWatch watch;

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
    parameters.inner().require(network);
    Variant chosen = variant(given);
    rehearsal = new Rehearsal(context, parameters.common().memories(), decisions);
    glances = new Glances(parameters.common().glances());
    draws = new GlanceDraws(rehearsal, decisions, parameters.innerBatches());
    pushes = new Pushes(parameters, chosen.perturbation(), network.layout());
    ProjectionMemory memory =
        new ProjectionMemory(
            ProjectedWeight.of(network.model(), network.layout(), context.scenario()));
    projection =
        new SoftProjection(memory, SoftWeights.of(chosen, parameters), parameters.innerBatches());
    Objective objective = new Objective(network, new SoftmaxCrossEntropy(), rehearsal.loss());
    gradient = new ProjectedGradient(objective, projection, chosen, parameters.inner());
    rebuild = new BasisRebuild(network, rehearsal.buffer(), decisions, parameters.common());
    watch = new ProjectionWatch(declaration.name(), chosen, projection);
  }

  /** Returns which of the variants this is with the parameters of an experiment. */
  Variant variant(FamilyParameters given) {
    return variant;
  }

  @Override
  public final void beforeTask(Task task) {
    pushes.beginTask();
    watch.beginTask();
    projection.beginTask();
  }

  @Override
  public final void rateDecayed(double factor) {
    pushes.decay(factor);
    projection.decay(factor);
  }

  @Override
  public final double step(WholeStep step) {
    draws.begin(step);
    double loss = glances.run(() -> glance(step));
    if (Double.isFinite(loss)) {
      draws.offer(step);
    }
    return loss;
  }

  private double glance(WholeStep step) {
    double loss = look(step);
    if (Double.isFinite(loss)) {
      watch.project(step, gradient);
      step.update(gradient.values());
    }
    return loss;
  }

  /** Computes the gradient of the first glance at a batch, clipped and not projected yet. */
  final void lookOnce(WholeStep step) {
    draws.begin(step);
    look(step);
  }

  private double look(WholeStep step) {
    return gradient.compute(draws.next(step), pushes.of(step.task()));
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
    return pushes.eta1();
  }

  @Override
  public final void save(StateWriter out) {
    pushes.save(out);
    rehearsal.save(out);
    projection.save(out);
    watch.save(out);
  }

  @Override
  public final void load(StateReader in) {
    pushes.load(in);
    rehearsal.load(in);
    projection.load(in);
    watch.load(in);
  }
}
