package io.clmaven.runtime.method;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Java memory that a step takes. */
public final class AllocatedMemory {

  private static final int WARM_UP = 300;
  private static final int STEPS = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedMemory() {}

  /** Takes a step until what it calls is compiled. */
  public static void warmUp(Runnable step) {
    repeat(step, WARM_UP);
  }

  /** Returns the mean bytes that a step takes after a warm-up. */
  public static long perStep(Runnable step) {
    warmUp(step);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    repeat(step, STEPS);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / STEPS;
  }

  private static void repeat(Runnable step, int times) {
    for (int i = 0; i < times; i++) {
      step.run();
    }
  }
}
