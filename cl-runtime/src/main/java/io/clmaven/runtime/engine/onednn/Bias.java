package io.clmaven.runtime.engine.onednn;

/** The bias of a linear layer. */
interface Bias extends AutoCloseable {

  /** The bias of a layer that has none. */
  Bias NONE = new None();

  /** Adds the bias to each row. */
  void addTo(Matrix output, int rows);

  /** Adds the direction of a tangent to each row. */
  void addDirectionTo(Matrix tangent, int rows);

  /** Sums the gradient of the output over the rows. */
  void gradient(Matrix outputGradient, int rows);

  /** Sums the rows to where second derivatives and sums over samples go. */
  void result(Matrix matrix, int rows);

  @Override
  void close();

  /** Makes the bias that is trained. */
  static Bias of(ParameterMemory.Views views) {
    return new Trained(views, new Ones());
  }

  /** Bias [1, out]. */
  record Trained(ParameterMemory.Views views, Ones ones) implements Bias {

    @Override
    public void addTo(Matrix output, int rows) {
      ones.add(rows, views.values(), output);
    }

    @Override
    public void addDirectionTo(Matrix tangent, int rows) {
      ones.add(rows, views.direction(), tangent);
    }

    @Override
    public void gradient(Matrix outputGradient, int rows) {
      ones.sum(rows, outputGradient, views.gradient());
    }

    @Override
    public void result(Matrix matrix, int rows) {
      ones.sum(rows, matrix, views.result());
    }

    @Override
    public void close() {
      ones.close();
    }
  }

  /** No bias. */
  record None() implements Bias {

    @Override
    public void addTo(Matrix output, int rows) {}

    @Override
    public void addDirectionTo(Matrix tangent, int rows) {}

    @Override
    public void gradient(Matrix outputGradient, int rows) {}

    @Override
    public void result(Matrix matrix, int rows) {}

    @Override
    public void close() {}
  }
}
