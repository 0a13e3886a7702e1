package io.clmaven.runtime.engine.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a stage makes once for each batch size: a full batch, a last one, an evaluation. It keeps
 * the few sizes used last; what it made for others is closed.
 */
final class PerBatchSize<T extends AutoCloseable> implements AutoCloseable {

  /** Replay batches grow with the buffer: all sizes together would fill the memory. */
  static final int KEPT = 8;

  private final IntFunction<T> compiler;
  private final Map<Integer, T> compiled = new LinkedHashMap<>(KEPT, 0.75f, true); // last used last
  private int lastRows;
  private T last;

  PerBatchSize(IntFunction<T> compiler) {
    this.compiler = compiler;
  }

  T of(int rows) {
    if (rows != lastRows) {
      last = compiled.computeIfAbsent(rows, compiler::apply);
      lastRows = rows;
      closeEldest();
    }
    return last;
  }

  private void closeEldest() {
    if (compiled.size() > KEPT) {
      int eldest = compiled.keySet().iterator().next();
      release(compiled.remove(eldest));
    }
  }

  @Override
  public void close() {
    compiled.values().forEach(PerBatchSize::release);
    compiled.clear();
    lastRows = 0;
  }

  private static void release(AutoCloseable kernels) {
    try {
      kernels.close();
    } catch (Exception e) {
      throw new IllegalStateException("native memory was not released", e);
    }
  }
}
