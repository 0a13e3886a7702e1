package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
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
 * Time of an exact Hessian-vector product with the forward and backward pass it is taken at, beside
 * these two passes alone.
 */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HessianVectorBenchmark {

  @Param({"hvp-alexnet-b32"})
  public String network;

  private final Loss loss = new SoftmaxCrossEntropy();
  private Network compiled;
  private Batch batch;
  private FlatVector direction;
  private FlatVector product;

  @Setup(Level.Trial)
  public void prepare() {
    Workload workload = Workload.named(network.substring("hvp-".length()));
    RandomStreams random = new RandomStreams(1);
    compiled =
        Engines.installed()
            .choose("onednn")
            .compile(workload.model(), random.stream("init"), random.stream("dropout"));
    batch = workload.batch(random.stream("batches"));
    direction = compiled.vector();
    product = compiled.vector();
    RandomStream values = random.stream("noise");
    float[] v = direction.values();
    for (int i = 0; i < v.length; i++) {
      v[i] = values.nextUniform(1);
    }
  }

  /** Forward and backward. */
  @Benchmark
  public double gradient() {
    compiled.forward(batch, Mode.TRAIN);
    double value = compiled.backward(batch, loss);
    compiled.gradient().push(); // what is left for later
    return value;
  }

  /** Forward, backward and the product. */
  @Benchmark
  public double product() {
    compiled.forward(batch, Mode.TRAIN);
    double value = compiled.backward(batch, loss);
    compiled.derivatives().hessianVectorProduct(direction, product);
    return value;
  }

  @TearDown(Level.Trial)
  public void close() {
    compiled.close();
  }
}
