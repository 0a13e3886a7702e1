package io.clmaven.runtime.engine.onednn;

/** Where a stage that treats every value by itself puts its result. */
sealed interface Destination extends AutoCloseable {

  /** Over what it is computed from, which nobody reads again and which is still in the cache. */
  Destination SOURCE = new Source();

  /** Makes memory that the result has for itself. */
  static Destination own(int columns) {
    return new Own(Matrix.empty(columns));
  }

  /**
   * Returns the memory of a result.
   *
   * @param source what it is computed from
   */
  Matrix of(Matrix source, int rows);

  @Override
  default void close() {}

  /** See {@link #SOURCE}. */
  record Source() implements Destination {

    @Override
    public Matrix of(Matrix source, int rows) {
      return source;
    }
  }

  /** See {@link #own}. */
  record Own(Matrix memory) implements Destination {

    @Override
    public Matrix of(Matrix source, int rows) {
      memory.reserve(rows);
      return memory;
    }

    @Override
    public void close() {
      memory.close();
    }
  }
}
