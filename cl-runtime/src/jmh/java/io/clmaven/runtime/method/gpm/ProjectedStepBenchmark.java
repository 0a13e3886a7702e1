package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one step of GPM's AlexNet with batches of 64, before and behind a number of tasks. */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProjectedStepBenchmark {

  private static final double INCREMENT = 0.003;

  /** How many tasks are in memory; with none nothing is projected. */
  @Param({"0", "1", "9"})
  public int tasks;

  private final Sgd optimizer = new Sgd();
  private final Loss loss = new SoftmaxCrossEntropy();
  private Network compiled;
  private Batch batch;

  @Setup(Level.Trial)
  public void prepare() {
    SubspaceWorkload workload = SubspaceWorkload.ALEXNET;
    compiled = workload.compile();
    RandomStreams random = new RandomStreams(1);
    optimizer.begin(new Sgd.Parameters(0.01, 0, false, 0), compiled.layout(), random);
    GradientMemory memory = new GradientMemory(workload.layers());
    for (int task = 0; task < tasks; task++) {
      memory.remember(
          compiled.capture(workload.drawn(task), Mode.EVALUATE), task * INCREMENT);
    }
    memory.install(compiled);
    batch = workload.batch(tasks);
  }

  /** One step. */
  @Benchmark
  public double step() {
    compiled.forward(batch, Mode.TRAIN);
    double value = compiled.backward(batch, loss);
    optimizer.update(compiled.parameters(), compiled.gradient());
    return value;
  }

  @TearDown(Level.Trial)
  public void close() {
    compiled.close();
  }
}
