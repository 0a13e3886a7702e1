package io.clmaven.runtime.engine;

import io.clmaven.runtime.optimizer.Sgd;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one SGD step of a bias-free MLP with softmax cross entropy: forward, backward, update.
 * One thread, unless {@code OMP_NUM_THREADS} says
 * more.
 */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingStepBenchmark {

  /** Networks of the benchmark. */
  public enum Workload {
    MLP_B10(100, 10),
    MLP_B1(100, 1),
    MLP300_B64(300, 64);

    private final int hidden;
    private final int batch;

    Workload(int hidden, int batch) {
      this.hidden = hidden;
      this.batch = batch;
    }

    static Workload named(String name) {
      return valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    ModelSpec model() {
      Layer.Linear inner = new Layer.Linear(hidden, false, new Initialization.UniformFanIn(1));
      return ModelSpec.input(List.of(784))
          .then("lin1", inner)
          .then("relu1", new Layer.Relu())
          .then("lin2", inner)
          .then("relu2", new Layer.Relu())
          .then("lin3", new Layer.Linear(10, false, new Initialization.UniformFanIn(1)))
          .build();
    }
  }

  @Param({"mlp-b10", "mlp-b1", "mlp300-b64"})
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
    batch = batch(workload.batch, model.inputSize(), random.stream("batches"));
  }

  private static Batch batch(int size, int inputs, RandomStream random) {
    float[] values = new float[size * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextUniform(1);
    }
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(10);
    }
    return new Batch(
        Nd4j.createFromArray(values).reshape(size, inputs), labels, new OutputRange(0, 10));
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
