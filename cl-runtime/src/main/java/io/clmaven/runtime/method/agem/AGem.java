package io.clmaven.runtime.method.agem;

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
import io.clmaven.runtime.method.replay.BufferComposition;
import io.clmaven.runtime.method.replay.ClassRings;
import io.clmaven.runtime.method.replay.MemoryPass;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.replay.RowOrder;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Averaged gradient episodic memory: Chaudhry et al., ICLR 2019.
 *
 * <p>A memory keeps the newest m samples of each class of each task. From the second task on, the
 * gradient g of the batch is compared with that of as many samples of earlier tasks, g_ref: where
 * they oppose each other, g becomes g - (g . g_ref / g_ref . g_ref) g_ref (equation 11). It is the
 * optimizer that makes the step, whichever it is.
 *
 * <p>It does what the code of TAG does, also where that surprises:
 *
 * <ul>
 *   <li>Each step begins with a training pass over the batch whose output nobody uses; it moves the
 *       running statistics of batch normalisation once more. Where there are none, or no memory, it
 *       is left out.
 *   <li>Samples of a batch are put into the memory in every epoch, before its gradient is taken.
 *   <li>If earlier tasks have fewer samples in the memory than a full batch has, all of them are
 *       used; beside a last batch that is smaller there are still as many as in a full one.
 * </ul>
 *
 * <p>Slots that no sample was written to take no part; the official code would read whatever lies
 * there.
 */
public final class AGem implements WholeStepMethod {

  private final Function<RandomStreams, ReplayDraws> source;
  private final Loss loss = new SoftmaxCrossEntropy();
  private final RowOrder order = new RowOrder();
  private ReplayDraws draws;
  private ClassRings rings;
  private ReplayBuffer buffer;
  private MemoryPass memory;
  private FlatVector reference; // g_ref [P]
  private AGemDiagnostics diagnostics;
  private BufferComposition composition;

  public AGem() {
    this(ReplayDraws::of);
  }

  /**
   * Makes the method.
   *
   * @param source what decides in place of chance
   */
  AGem(Function<RandomStreams, ReplayDraws> source) {
    this.source = source;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "a-gem",
        "Averaged gradient episodic memory: no step against the loss of earlier samples.",
        "Chaudhry et al., Efficient Lifelong Learning with A-GEM, ICLR 2019; as in the code of"
            + " Malviya et al., TAG, 2021",
        AGemParameters.class);
  }

  /** Task and domain: the loss of a sample knows which classes compete. */
  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }

  @Override
  public void begin(MethodContext context) {
    Network network = context.network();
    int perClass = context.parameters(AGemParameters.class).memoryPerClass();
    draws = source.apply(context.random());
    rings = new ClassRings(context.tasks().heads(), perClass);
    buffer = new ReplayBuffer(rings, network.model().inputSize());
    memory = new MemoryPass(context, buffer, draws);
    reference = network.vector();
    diagnostics = new AGemDiagnostics();
    composition = new BufferComposition("a-gem", context.tasks());
  }

  @Override
  public double step(WholeStep step) {
    Network network = step.network();
    Batch batch = step.batch();
    moveStatistics(network, batch);
    order.reset(batch.size());
    buffer.offer(batch, order.rows(), step.task().index(), draws);
    int earlier = rings.sizeBefore(step.task().index());
    double remembered = earlier > 0 ? remember(network, batch, earlier) : 0;
    if (!Double.isFinite(remembered)) {
      return remembered;
    }
    network.forward(batch, Mode.TRAIN);
    double value = network.backward(batch, loss);
    if (Double.isFinite(value)) {
      if (earlier > 0) {
        agree(network.gradient());
      }
      step.update(network.gradient());
    }
    return value;
  }

  private void moveStatistics(Network network, Batch batch) {
    if (rings.capacity() > 0 && network.statistics().values().length > 0) {
      network.forward(batch, Mode.TRAIN);
    }
  }

  private double remember(Network network, Batch batch, int earlier) {
    double value = memory.run(batch, earlier);
    reference.copyFrom(network.gradient());
    return value;
  }

  private void agree(FlatVector gradient) {
    if (GradientProjection.apply(gradient, reference)) {
      diagnostics.projected(GradientProjection.opposition(gradient, reference));
    } else {
      diagnostics.agreed();
    }
  }

  @Override
  public void afterTask(Task task) {
    diagnostics.learnt(task);
    composition.learnt(task, buffer);
  }

  @Override
  public Diagnostics diagnostics() {
    return diagnostics.toDiagnostics().and(composition.toDiagnostics());
  }

  /** Returns the memory. */
  ReplayBuffer buffer() {
    return buffer;
  }

  /** Returns the gradient of the samples of the last step [P]. */
  FlatVector reference() {
    return reference;
  }

  @Override
  public void save(StateWriter out) {
    buffer.save(out);
    diagnostics.save(out);
    composition.save(out);
  }

  @Override
  public void load(StateReader in) {
    buffer.load(in);
    diagnostics.load(in);
    composition.load(in);
  }
}
