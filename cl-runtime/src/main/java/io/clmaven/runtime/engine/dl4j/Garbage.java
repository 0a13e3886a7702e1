package io.clmaven.runtime.engine.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What passes leave behind off the heap. DL4J leaves the arrays of every pass to the garbage
 * collector, which sees only their small handles and would let them pile up to the limit.
 */
final class Garbage {

  private static final long LIMIT_BYTES = 256L << 20;

  /** A pass has about as much in errors, masks and workings as in values, several times over. */
  private static final long ARRAYS_PER_VALUE = 6;

  private long bytes;

  /** Counts a pass, and collects if there is much by now. */
  void left(Map<String, INDArray> values) {
    for (INDArray value : values.values()) {
      bytes += ARRAYS_PER_VALUE * Float.BYTES * value.length();
    }
    if (bytes > LIMIT_BYTES) {
      bytes = 0;
      System.gc();
    }
  }
}
