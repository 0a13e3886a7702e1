package io.clmaven.runtime.engine.onednn;

import java.util.Arrays;

/** The bias of a linear layer: added by a product with a column of ones. */
final class Bias implements AutoCloseable {

  /** The bias of a layer that has none. */
  static final Bias NONE = new Bias(null, null);

  private final Matrix values; // [1, out]
  private final Matrix gradient; // [1, out]
  private final Matrix ones = Matrix.empty(1);
  private int filled;

  private Bias(Matrix values, Matrix gradient) {
    this.values = values;
    this.gradient = gradient;
  }

  static Bias of(ParameterMemory.Views views) {
    return new Bias(views.values(), views.gradient());
  }

  /** Adds the bias to each row. */
  void addTo(Matrix output, int rows) {
    if (values != null) {
      fill(rows);
      Product.PLAIN_ADDED.run(rows, ones, values, output);
    }
  }

  /** Sums the gradient of the output over the rows. */
  void gradient(Matrix outputGradient, int rows) {
    if (gradient != null) {
      fill(rows);
      Product.LEFT_TRANSPOSED.run(rows, ones, outputGradient, gradient);
    }
  }

  private void fill(int rows) {
    if (rows > filled) {
      ones.reserve(rows);
      float[] values = new float[rows];
      Arrays.fill(values, 1f);
      ones.push(values, rows);
      filled = rows;
    }
  }

  @Override
  public void close() {
    ones.close();
    filled = 0;
  }
}
