package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.model.ReducedResNet18;
import io.clmaven.runtime.optimizer.tag.TagRmsProp;
import io.clmaven.runtime.optimizer.tag.ZeroMoment;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one update of TAG-RMSProp for the reduced ResNet-18 (0.5 M parameters). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TagUpdateBenchmark {

  private static final double RATE = 0.00025;
  private static final double SHARPNESS = 5;

  /** Which task is learnt, counted from 1. */
  @Param({"1", "10", "20"})
  public int task;

  private final TagRmsProp optimizer = new TagRmsProp();
  private FlatVector parameters;
  private FlatVector gradient;

  @Setup(Level.Trial)
  public void prepare() {
    RandomStreams random = new RandomStreams(1);
    ParameterLayout layout =
        new ReducedResNet18()
            .specify(new ReducedResNet18.Parameters(20, 0), List.of(3, 32, 32), 100)
            .layout();
    optimizer.begin(
        new TagRmsProp.Parameters(RATE, SHARPNESS, 0.9, 0.99, 1e-8, ZeroMoment.NAN),
        layout,
        random);
    parameters = draw(layout.length(), random.stream("init"));
    for (int i = 1; i <= task; i++) {
      optimizer.beginTask();
      gradient = draw(layout.length(), random.stream("task " + i));
      optimizer.update(parameters, gradient);
    }
  }

  private static FlatVector draw(int length, RandomStream random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new FlatVector(Nd4j.createFromArray(values));
  }

  /** One update, whose parameters go to the heap and back as in a training step. */
  @Benchmark
  public void update() {
    optimizer.update(parameters, gradient);
    parameters.array();
  }
}
