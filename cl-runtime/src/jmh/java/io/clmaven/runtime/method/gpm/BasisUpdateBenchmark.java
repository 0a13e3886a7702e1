package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.LeadingShare;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Time of finding the bases of all projected layers of a network once, from recorded inputs. */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class BasisUpdateBenchmark {

  private static final double THRESHOLD = 0.97;
  private static final double LATER = 0.985;

  @Param({"alexnet", "lenet", "strided-convnet"})
  public String network;

  private List<ProjectedLayer> layers;
  private List<Basis> memory;
  private LayerInputs inputs;

  @Setup(Level.Trial)
  public void prepare() {
    SubspaceWorkload workload = SubspaceWorkload.named(network);
    layers = workload.layers();
    try (Network compiled = workload.compile()) {
      inputs = compiled.capture(workload.drawn(0), Mode.EVALUATE);
      memory = first();
      inputs = compiled.capture(workload.drawn(1), Mode.EVALUATE);
    }
  }

  /** GPM after the first task. */
  @Benchmark
  public List<Basis> first() {
    List<Basis> bases = new ArrayList<>();
    for (ProjectedLayer layer : layers) {
      bases.add(BasisUpdate.first(matrix(layer), THRESHOLD));
    }
    return bases;
  }

  /** GPM after a later task. */
  @Benchmark
  public List<Basis> next() {
    List<Basis> bases = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      bases.add(BasisUpdate.next(memory.get(i), matrix(layers.get(i)), LATER));
    }
    return bases;
  }

  /** FS-DGPM after any task. */
  @Benchmark
  public List<Basis> rebuild() {
    LeadingShare rule = new LeadingShare(LATER);
    return layers.stream().map(layer -> rule.basis(matrix(layer))).toList();
  }

  private RepresentationMatrix matrix(ProjectedLayer layer) {
    return layer.representation().matrix(inputs.of(layer.name()), layer.samples());
  }
}
