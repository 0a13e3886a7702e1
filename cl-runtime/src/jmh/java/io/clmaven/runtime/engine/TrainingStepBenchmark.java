package io.clmaven.runtime.engine;

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

/**
 * Time of one SGD step of a network of the papers with softmax cross entropy: forward, backward,
 * update. One thread, unless {@code OMP_NUM_THREADS} says more.
 */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingStepBenchmark {

  @Param({
    "mlp-b10",
    "mlp-b1",
    "mlp300-b64",
    "alexnet-b64",
    "alexnet-b1",
    "resnet18-b10",
    "lenet-b64",
    "resnet18-5d-b64"
  })
  public String network;

  @Param({"onednn", "dl4j"})
  public String engine;

  private final Sgd optimizer = new Sgd();
  private final Loss loss = new SoftmaxCrossEntropy();
  private Network compiled;
  private Batch batch;

  @Setup(Level.Trial)
  public void prepare() {
    Workload workload = Workload.named(network);
    RandomStreams random = new RandomStreams(1);
    ModelSpec model = workload.model();
    compiled =
        Engines.installed()
            .choose(engine)
            .compile(model, random.stream("init"), random.stream("dropout"));
    optimizer.begin(new Sgd.Parameters(0.01, 0, false, 0), compiled.layout(), random);
    batch = workload.batch(random.stream("batches"));
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
