package io.clmaven.runtime.engine.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How much passes have left behind off the heap. Layers of DL4J make errors, masks and workings
 * that nobody outside can reach, so they cannot be closed: only the garbage collector frees them.
 * It sees their small handles alone and would let them pile up to the limit of the process, so it
 * is called here. With {@code -XX:+DisableExplicitGC} the memory grows until it calls itself.
 */
final class OffHeapPressure {

  private static final long LIMIT_BYTES = 256L << 20;

  /** A pass has about as much in errors, masks and workings as in values, several times over. */
  private static final long ARRAYS_PER_VALUE = 6;

  private long bytes;

  /** Counts a pass, and calls the collector if there is much by now. */
  void add(Map<String, INDArray> values) {
    for (INDArray value : values.values()) {
      bytes += ARRAYS_PER_VALUE * Float.BYTES * value.length();
    }
    if (bytes > LIMIT_BYTES) {
      bytes = 0;
      System.gc();
    }
  }
}
