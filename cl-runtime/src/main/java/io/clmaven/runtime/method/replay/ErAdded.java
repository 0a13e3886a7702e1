package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
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
 * Experience replay with a pass of its own for the samples: Chaudhry et al., 2019, as in the code
 * of TAG.
 *
 * <p>The gradient of a step is the sum of that of the mean loss of the batch and that of the mean
 * loss of as many samples of the buffer, from the second task on. Each sample is classified among
 * the classes of its own task.
 *
 * <p>It does what the official code does, also where that differs from the paper:
 *
 * <ul>
 *   <li>The two losses count the same however many samples they have, while {@link Er} takes one
 *       mean over both. Batch normalisation sees batch and samples one after the other.
 *   <li>Samples are drawn from the whole buffer, which may hold samples of the current task, before
 *       the batch of the step is offered to it.
 *   <li>Beside a last batch that is smaller there are as many samples as beside a full one.
 *   <li>The reservoir draws from the same numbers for the rest of a batch ({@link BatchReservoir}).
 * </ul>
 */
public final class ErAdded implements WholeStepMethod {

  private final Function<RandomStreams, ReplayDraws> source;
  private final Function<MethodContext, SlotRule> rule;
  private final Loss loss = new SoftmaxCrossEntropy();
  private final RowOrder order = new RowOrder();
  private ReplayDraws draws;
  private ReplayBuffer buffer;
  private MemoryPass memory;
  private FlatVector ofBatch; // gradient [P]
  private BufferComposition composition;

  public ErAdded() {
    this(
        ReplayDraws::of,
        context -> context.parameters(ErAddedParameters.class).rule(context.tasks().heads()));
  }

  /**
   * Makes the method.
   *
   * @param source what decides in place of chance
   * @param rule which samples are kept
   */
  ErAdded(Function<RandomStreams, ReplayDraws> source, Function<MethodContext, SlotRule> rule) {
    this.source = source;
    this.rule = rule;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "er-added",
        "Experience replay whose loss is added to that of the batch.",
        "Chaudhry et al., On Tiny Episodic Memories in Continual Learning, 2019; as in the code of"
            + " Malviya et al., TAG, 2021",
        ErAddedParameters.class);
  }

  /** Task and domain: the loss of a sample knows which classes compete. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public void begin(MethodContext context) {
    Network network = context.network();
    draws = source.apply(context.random());
    buffer = new ReplayBuffer(rule.apply(context), network.model().inputSize());
    memory = new MemoryPass(context, buffer, draws);
    ofBatch = network.vector();
    composition = new BufferComposition("er-added", context.tasks());
  }

  /** Returns the mean loss of the batch alone, as {@code naive} does. */
  @Override
  public double step(WholeStep step) {
    Network network = step.network();
    Batch batch = step.batch();
    network.forward(batch, Mode.TRAIN);
    double value = network.backward(batch, loss);
    boolean replays = step.task().index() > 0 && buffer.size() > 0;
    double remembered = replays && Double.isFinite(value) ? replay(network, batch) : 0;
    if (!Double.isFinite(value + remembered)) {
      return value + remembered;
    }
    order.reset(batch.size());
    buffer.offer(batch, order.rows(), step.task().index(), draws);
    step.update(network.gradient());
    return value;
  }

  /** Adds the gradient of samples and returns their mean loss. */
  private double replay(Network network, Batch batch) {
    ofBatch.copyFrom(network.gradient());
    double value = memory.run(batch, buffer.size());
    network.gradient().add(1f, ofBatch);
    return value;
  }

  @Override
  public void afterTask(Task task) {
    composition.learnt(task, buffer);
  }

  @Override
  public Diagnostics diagnostics() {
    return composition.toDiagnostics();
  }

  /** Returns the buffer. */
  ReplayBuffer buffer() {
    return buffer;
  }

  @Override
  public void save(StateWriter out) {
    buffer.save(out);
    composition.save(out);
  }

  @Override
  public void load(StateReader in) {
    buffer.load(in);
    composition.load(in);
  }
}
