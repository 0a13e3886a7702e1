package io.clmaven.runtime.engine.onednn;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What a stage compiles once for each batch size: a full batch, a last one, an evaluation. */
final class PerBatchSize<T extends AutoCloseable> implements AutoCloseable {

  private final IntFunction<T> compiler;
  private final Map<Integer, T> compiled = new HashMap<>();
  private int lastRows;
  private T last;

  PerBatchSize(IntFunction<T> compiler) {
    this.compiler = compiler;
  }

  T of(int rows) {
    if (rows != lastRows) {
      last = compiled.computeIfAbsent(rows, compiler::apply);
      lastRows = rows;
    }
    return last;
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
