package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.SampleDraw;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Representation;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Gradient Projection Memory: Saha, Garg and Roy, ICLR 2021.
 *
 * <p>After each task the leading directions of every layer's inputs are added to an orthonormal
 * basis M [d, k] of that layer (section 5). While later tasks are learnt, the gradient G [o, d] of
 * its weight becomes G - G M M^T (equation 6), so that old inputs keep producing nearly the same
 * outputs. Nothing is stored of the old samples themselves.
 *
 * <p>Once in every epoch of a later task the gradient is computed with and without the projection,
 * on the batch of a step that is already done; a gradient that is not orthogonal to the bases, and
 * bases that are not orthonormal or lose directions, break a contract.
 *
 * <p>It does what the official code does, also where that differs from the paper:
 *
 * <ul>
 *   <li>At the first task the direction that crosses the threshold is not kept, at later tasks it
 *       is; the paper keeps it always (equations 5 and 9).
 *   <li>The threshold may grow with each task ({@link GpmParameters#thresholdIncrement()}).
 *   <li>A single output layer that all tasks share is projected like the others; with one head per
 *       task the last layer is not.
 *   <li>One-dimensional parameters of shared layers (normalisation, and also biases, which the
 *       official networks do not have) are frozen after the first task.
 *   <li>Energies are those of all of R, also when only its residual is decomposed.
 * </ul>
 *
 * <p>It differs from the official code in how it computes, not in what: energies are Frobenius
 * norms in float64, directions come from a Gram matrix, and directions that have no energy beyond
 * rounding are never kept (with a threshold of 1 the official code keeps arbitrary ones).
 */
public final class Gpm implements ContinualMethod {

  private GpmParameters parameters;
  private Network network;
  private SampleDraw draw;
  private GradientMemory memory;
  private List<Segment> frozen;
  private ProjectionCheck check;
  private GpmDiagnostics diagnostics;
  private long checkedEpoch; // of this task; -1 before its first check

  @Override
  public Declaration declaration() {
    return new Declaration(
        "gpm",
        "Gradient Projection Memory: steps orthogonal to the inputs of earlier tasks.",
        "Saha, Garg and Roy, Gradient Projection Memory for Continual Learning, ICLR 2021",
        GpmParameters.class);
  }

  /** Task and domain: with new classes in a shared output layer it has no meaning of its own. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public void validate(Record declared, ParameterLayout layout, Scenario scenario) {
    ProjectionPlan.of(layout, scenario).require((GpmParameters) declared);
  }

  @Override
  public void begin(MethodContext context) {
    parameters = context.parameters(GpmParameters.class);
    network = context.network();
    draw = new SampleDraw(context.random().stream("representation"), parameters.samples());
    ProjectionPlan plan = ProjectionPlan.of(network.layout(), context.scenario());
    plan.require(parameters);
    List<ProjectedLayer> layers = layers(plan.projected());
    memory = new GradientMemory(layers);
    frozen = plan.frozen();
    check = new ProjectionCheck(network, plan.projected());
    diagnostics = new GpmDiagnostics(layers);
  }

  private List<ProjectedLayer> layers(List<Segment> weights) {
    List<ProjectedLayer> layers = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      layers.add(
          new ProjectedLayer(
              weights.get(i),
              Representation.of(network.model().layer(weights.get(i).layer())),
              parameters.thresholdOf(i),
              parameters.samplesOf(i)));
    }
    return layers;
  }

  @Override
  public void beforeTask(Task task) {
    checkedEpoch = -1;
  }

  @Override
  public void adjustGradient(StepContext step) {
    if (!memory.isEmpty()) {
      for (Segment segment : frozen) {
        Arrays.fill(step.gradient(), segment.offset(), segment.end(), 0f);
      }
    }
  }

  /** Checks the projection, once in an epoch. */
  @Override
  public void afterStep(StepContext step) {
    if (step.epoch() != checkedEpoch && !memory.isEmpty()) {
      checkedEpoch = step.epoch();
      diagnostics.projected(step.task(), check.deviations(step.batch(), memory.bases()));
    }
  }

  @Override
  public void afterTask(Task task) {
    List<Basis> before = memory.bases();
    LayerInputs inputs = network.capture(draw.from(task), Mode.EVALUATE);
    memory.remember(inputs, task.index() * parameters.thresholdIncrement());
    memory.install(network);
    diagnostics.learnt(task, before, memory.bases());
  }

  @Override
  public Diagnostics diagnostics() {
    return diagnostics.toDiagnostics();
  }

  /** Returns the bases in the order of the projected layers; none before the first task. */
  List<Basis> bases() {
    return memory.bases();
  }

  @Override
  public void save(StateWriter out) {
    memory.save(out);
    diagnostics.save(out);
    out.putLong("gpm.checked-epoch", checkedEpoch);
  }

  @Override
  public void load(StateReader in) {
    memory.load(in);
    memory.install(network);
    diagnostics.load(in);
    checkedEpoch = in.getLong("gpm.checked-epoch");
  }
}
