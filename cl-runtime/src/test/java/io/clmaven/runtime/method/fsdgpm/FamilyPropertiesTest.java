package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.WeightedProjection;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FamilyPropertiesTest {

  private static final ModelSpec MODEL = Models.mlp(8, false, 7, 6, 4);
  private static final OutputRange OUTPUTS = new OutputRange(0, 4);
  private static final Sgd.Parameters SGD = new Sgd.Parameters(0.1, 0.9, false, 0);
  private static final int BATCH = 6;
  private static final int STEPS = 5;

  @Property(tries = 20)
  void withoutPerturbationFsGpmIsReplayGpmBitForBit(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withSteps(0, 0).withInnerBatches(1).build();
    float[] perturbed = learn(new FsGpm(), parameters, seed, m -> {});
    float[] present = learn(new ReplayGpm(), parameters, seed, m -> {});
    assertThat(perturbed).containsExactly(present);
  }

  @Property(tries = 20)
  void aPerturbationUpAndOneDownOfLengthZeroAreTheSame(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withSteps(0, 0).build();
    assertThat(learn(new FsGpm(), parameters, seed, m -> {}))
        .containsExactly(learn(new LaGpm(), parameters, seed, m -> {}));
  }

  @Property(tries = 20)
  void withoutBufferAndClipReplayGpmIsPlainTraining(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withMemories(0).withClip(1e9).build();
    float[] learnt = learn(new ReplayGpm(), parameters, seed, new InOrder(), m -> {});
    assertThat(learnt).containsExactly(plain(seed));
  }

  @Property(tries = 20)
  void theGradientIsOrthogonalToTheBasesWhereTheirWeightsAreOne(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withThreshold(0.6).build();
    learn(new ReplayGpm(), parameters, seed, FamilyPropertiesTest::assertOrthogonal);
  }

  @Property(tries = 20)
  void onesInPlaceOfSoftWeightsMakeDgpmProjectAsGpmDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int rank) {
    try (Network network = Models.compile(new OnednnEngine(), MODEL, seed)) {
      Segment weight = network.layout().weights().get(0);
      INDArray m = Models.orthonormal(weight.columns(), rank, seed);
      Batch batch = Models.batch(MODEL, BATCH, seed);
      Loss loss = new SoftmaxCrossEntropy();
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, loss);
      FlatVector soft = network.vector();
      soft.copyFrom(network.gradient());
      float[] ones = new float[rank];
      Arrays.fill(ones, 1f);
      new WeightedProjection(weight, m).remove(soft, ones);
      network.project(weight, m);
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, loss);
      assertThat(soft.pull())
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(network.gradient().pull());
    }
  }

  private static void assertOrthogonal(Learnt learnt) {
    List<Basis> bases = learnt.method().projection().memory().bases();
    List<Segment> weights = learnt.step().network().layout().weights();
    float[] gradient = learnt.step().gradient();
    for (int i = 0; i < bases.size(); i++) {
      Segment w = weights.get(i);
      INDArray g =
          Nd4j.createFromArray(Arrays.copyOfRange(gradient, w.offset(), w.end()))
              .reshape(w.rows(), w.columns());
      INDArray overlap = g.mmul(bases.get(i).matrix(DataType.FLOAT));
      assertThat(overlap.amaxNumber().doubleValue()).isLessThan(1e-5);
    }
  }

  private record Learnt(ReplayProjection method, ReplayStep step) {}

  private static float[] learn(
      ReplayProjection method, FsDgpmParameters parameters, long seed, Consumer<Learnt> look) {
    return learn(method, parameters, seed, ReplayDraws.of(new RandomStreams(seed + 1)), look);
  }

  /** Learns two tasks and returns the parameters. */
  private static float[] learn(
      ReplayProjection method,
      FsDgpmParameters parameters,
      long seed,
      ReplayDraws draws,
      Consumer<Learnt> look) {
    try (Network network = Models.compile(new OnednnEngine(), MODEL, seed)) {
      List<Task> tasks = IntStream.range(0, 2).mapToObj(FamilyPropertiesTest::task).toList();
      method.begin(
          new MethodContext(
              parameters,
              network,
              new GivenTasks(tasks, MODEL.outputs()),
              Scenario.DOMAIN,
              new RandomStreams(seed)),
          draws);
      ReplayStep step = new ReplayStep(network, SGD);
      for (Task task : tasks) {
        step.sgd().beginTask();
        method.beforeTask(task);
        for (int i = 0; i < STEPS; i++) {
          method.step(step.at(task, 0, batch(seed, task.index(), i)));
        }
        if (task.index() > 0) {
          look.accept(new Learnt(method, step));
        }
        method.afterTask(task);
      }
      return network.parameters().pull().clone();
    }
  }

  private static Task task(int index) {
    NoExamples none = NoExamples.AT_ALL;
    return new Task(index, "task " + index, OUTPUTS, none, none, none);
  }

  private static Batch batch(long seed, int task, int step) {
    return Models.batch(MODEL, BATCH, seed + 100 * task + step);
  }

  private static float[] plain(long seed) {
    try (Network network = Models.compile(new OnednnEngine(), MODEL, seed)) {
      Sgd sgd = new Sgd();
      sgd.begin(SGD, network.layout(), new RandomStreams(0));
      Loss loss = new SoftmaxCrossEntropy();
      for (int task = 0; task < 2; task++) {
        sgd.beginTask();
        for (int i = 0; i < STEPS; i++) {
          Batch batch = batch(seed, task, i);
          network.forward(batch, Mode.TRAIN);
          network.backward(batch, loss);
          sgd.update(network.parameters(), network.gradient());
        }
      }
      return network.parameters().pull().clone();
    }
  }

  /** Leaves batches as they are; nothing else is ever asked for without a buffer. */
  private static final class InOrder implements ReplayDraws {

    @Override
    public int[] batchOrder(int size) {
      return IntStream.range(0, size).toArray();
    }

    @Override
    public int[] bufferSamples(int bufferSize, int count) {
      return new int[count];
    }

    @Override
    public int slot(long seen) {
      throw new AssertionError("there is no buffer");
    }

    @Override
    public int[] memorySamples(int bufferSize, int count) {
      throw new AssertionError("there is no buffer");
    }
  }
}
