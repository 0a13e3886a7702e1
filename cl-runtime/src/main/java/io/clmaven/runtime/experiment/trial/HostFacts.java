package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.plan.RuntimeVersion;
import io.clmaven.runtime.experiment.result.TrialResult.Environment;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/** What a trial runs on. */
public final class HostFacts {

  private HostFacts() {}

  /** Returns the name of the ND4J backend on the class path, for example {@code nd4j-native}. */
  public static String backend() {
    String name = Nd4j.getBackend().getClass().getSimpleName();
    return switch (name) {
      case "CpuBackend" -> "nd4j-native";
      case "JCublasBackend" -> "nd4j-cuda";
      default -> name;
    };
  }

  /** Returns the threads that the kernels use: {@code OMP_NUM_THREADS}, or one. */
  public static int threads() {
    return Optional.ofNullable(System.getenv("OMP_NUM_THREADS"))
        .filter(value -> value.matches("[1-9][0-9]{0,3}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  static Environment environment(String engine) {
    return new Environment(
        engine,
        backend(),
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        LinuxProc.here().cpuName().orElse("unknown"),
        threads(),
        RuntimeVersion.text());
  }
}
