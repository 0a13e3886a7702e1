package io.clmaven.runtime.worker;

import org.bytedeco.javacpp.Pointer;

/**
 * The memory limits in force.
 *
 * @param heapBytes largest Java heap
 * @param offHeapBytes largest memory outside the Java heap
 * @param processBytes largest resident set of the process
 */
record MemoryLimits(long heapBytes, long offHeapBytes, long processBytes) {

  private static final long MIB = 1L << 20;

  static MemoryLimits inForce() {
    return new MemoryLimits(
        Runtime.getRuntime().maxMemory(), Pointer.maxBytes(), Pointer.maxPhysicalBytes());
  }

  static String mebibytes(long bytes) {
    return bytes / MIB + " MiB";
  }
}
