package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.fsdgpm.TwoTasks.Learnt;
import io.clmaven.runtime.method.fsdgpm.TwoTasks.Outcome;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FamilyPropertiesTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  @Property(tries = 20)
  void withoutPerturbationFsGpmIsReplayGpmBitForBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int innerBatches) {
    FsDgpmParameters parameters =
        new Tuning().withSteps(0, 0).withInnerBatches(innerBatches).build();
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, seed);
    assertThat(tasks.learn(new ReplayGpm(), parameters))
        .isEqualTo(tasks.learn(new FsGpm(), parameters));
  }

  @Property(tries = 20)
  void soItIsWithRunningStatisticsAndDropout(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int innerBatches) {
    FsDgpmParameters parameters =
        new Tuning().withSteps(0, 0).withInnerBatches(innerBatches).build();
    TwoTasks tasks = new TwoTasks(TwoTasks.normalized(), seed);
    assertThat(tasks.learn(new ReplayGpm(), parameters))
        .isEqualTo(tasks.learn(new FsGpm(), parameters));
  }

  @Property(tries = 20)
  void chunksMoveTheRunningStatisticsOfReplayGpm(@ForAll long seed) {
    TwoTasks tasks = new TwoTasks(TwoTasks.normalized(), seed);
    Outcome whole = tasks.learn(new ReplayGpm(), new Tuning().withInnerBatches(1).build());
    Outcome halves = tasks.learn(new ReplayGpm(), new Tuning().withInnerBatches(2).build());
    assertThat(halves.statistics()).isNotEqualTo(whole.statistics());
  }

  @Property(tries = 20)
  void aPerturbationUpAndOneDownOfLengthZeroAreTheSame(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withSteps(0, 0).build();
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, seed);
    assertThat(tasks.learn(new LaGpm(), parameters))
        .isEqualTo(tasks.learn(new FsGpm(), parameters));
  }

  @Property(tries = 20)
  void withoutBufferAndClipReplayGpmIsPlainTraining(@ForAll long seed) {
    FsDgpmParameters parameters =
        new Tuning().withInnerBatches(1).withMemories(0).withClip(1e9).build();
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, seed);
    assertThat(tasks.learn(new ReplayGpm(), parameters, new InOrder(), m -> {}))
        .isEqualTo(plain(tasks));
  }

  @Property(tries = 20)
  void theGradientIsOrthogonalToTheBasesWhereTheirWeightsAreOne(@ForAll long seed) {
    FsDgpmParameters parameters = new Tuning().withThreshold(0.6).build();
    new TwoTasks(TwoTasks.MLP, seed)
        .learn(new ReplayGpm(), parameters, FamilyPropertiesTest::assertOrthogonal);
  }

  @Property(tries = 20)
  void softWeightsOfOneMakeFsDgpmTheSameAsFsGpmBitForBit(@ForAll long seed) {
    FsDgpmParameters parameters = saturated().build();
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, seed);
    assertThat(tasks.learn(new FsDgpm(), parameters, FamilyPropertiesTest::assertOnes))
        .isEqualTo(tasks.learn(new FsGpm(), parameters));
  }

  @Property(tries = 20)
  void softWeightsOfOneMakeDgpmProjectAsGpmDoes(@ForAll long seed) {
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, seed);
    assertThat(byDgpm(tasks)).usingComparatorWithPrecision(1e-6f).containsExactly(byGpm(tasks));
  }

  /** Returns parameters with which every soft weight is the number 1 after each step. */
  private static Tuning saturated() {
    return new Tuning().withSteps(0.05, 0.01).withLambda(1, 1000).withLearning(Learning.LIVE);
  }

  private static void assertOnes(Learnt learnt) {
    for (float[] layer : learnt.method().projection().weights().values()) {
      assertThat(layer).containsOnly(1f);
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

  /** Returns the gradient that DGPM updates with, given bases and no buffer. */
  private static float[] byDgpm(TwoTasks tasks) {
    FsDgpmParameters parameters = saturated().withMemories(0).withClip(1e9).build();
    try (Network network = tasks.network()) {
      Dgpm method = new Dgpm();
      ReplayStep step = tasks.begin(method, parameters, new InOrder(), network);
      method.projection().memory().set(bases(tasks, network));
      method.beforeTask(tasks.task(1));
      method.step(step.at(tasks.task(1), 0, tasks.batch(1, 0)));
      return step.gradient();
    }
  }

  /** Returns the gradient of the same batch as a network projects it for GPM. */
  private static float[] byGpm(TwoTasks tasks) {
    try (Network network = tasks.network()) {
      List<Segment> weights = network.layout().weights();
      List<Basis> bases = bases(tasks, network);
      for (int i = 0; i < weights.size(); i++) {
        network.project(weights.get(i), bases.get(i).matrix(DataType.FLOAT));
      }
      network.forward(tasks.batch(1, 0), Mode.TRAIN);
      network.backward(tasks.batch(1, 0), LOSS);
      return network.gradient().pull().clone();
    }
  }

  private static List<Basis> bases(TwoTasks tasks, Network network) {
    return network.layout().weights().stream()
        .map(w -> GivenBasis.of(Models.orthonormal(w.columns(), w.columns() / 2, tasks.seed())))
        .toList();
  }

  private static Outcome plain(TwoTasks tasks) {
    try (Network network = tasks.network()) {
      Sgd sgd = new Sgd();
      sgd.begin(TwoTasks.SGD, network.layout(), new RandomStreams(0));
      for (int task = 0; task < 2; task++) {
        sgd.beginTask();
        for (int i = 0; i < TwoTasks.STEPS; i++) {
          Batch batch = tasks.batch(task, i);
          network.forward(batch, Mode.TRAIN);
          network.backward(batch, LOSS);
          sgd.update(network.parameters(), network.gradient());
        }
      }
      return Outcome.of(network);
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
