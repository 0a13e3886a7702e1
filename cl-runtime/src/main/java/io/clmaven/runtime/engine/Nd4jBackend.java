package io.clmaven.runtime.engine;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Brings ND4J up quietly, with as many threads as the environment variable {@code OMP_NUM_THREADS}
 * says, else one: products of small matrices lose more by waiting for each other than they gain.
 */
public final class Nd4jBackend {

  private static final String THREADS = "OMP_NUM_THREADS";
  private static final boolean CUDA =
      Nd4jBackend.class.getResource("/org/nd4j/linalg/jcublas/JCublasBackend.class") != null;

  static {
    System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
  }

  private Nd4jBackend() {}

  /**
   * Starts ND4J if it is not running yet.
   *
   * @throws LinkageError if there is no backend, or the one there cannot run here
   */
  public static void start() {
    Nd4j.getExecutioner();
  }

  /** Sets the number of threads of the native libraries for products of the calling thread. */
  public static void prepare() {
    int threads = threads();
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    if (Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU) {
      openblas.blas_set_num_threads(threads);
    }
  }

  /** Returns whether the class path holds the CUDA backend; ND4J itself is not started. */
  public static boolean isCuda() {
    return CUDA;
  }

  private static int threads() {
    String value = System.getenv().getOrDefault(THREADS, "1");
    return value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 1;
  }
}
