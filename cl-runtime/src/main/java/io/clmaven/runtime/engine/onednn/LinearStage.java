package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Mode;

/** y = x W^T + b and its gradients, on the memory of the flat vectors. */
final class LinearStage implements Stage {

  /**
   * Where the parameters of a layer are.
   *
   * @param values W [out, in]
   * @param gradient of W [out, in]
   * @param outputs rows of both
   */
  record Weights(Matrix values, Matrix gradient, int outputs) {}

  private final Weights weights;
  private final Bias bias;
  private final boolean first;
  private final Matrix output;
  private final Matrix inputGradient;
  private Projection projection = Projection.NONE;
  private Matrix input;

  /**
   * Makes the stage.
   *
   * @param first whether no layer before needs the gradient of the input
   */
  LinearStage(Weights weights, Bias bias, boolean first) {
    this.weights = weights;
    this.bias = bias;
    this.first = first;
    this.output = Matrix.empty(weights.outputs());
    this.inputGradient = Matrix.empty(weights.values().columns());
  }

  /** Returns the input of the last {@link #forward}. */
  Matrix input() {
    return input;
  }

  /** Replaces the projection of the gradient of the weights. */
  void project(Projection projection) {
    this.projection.close();
    this.projection =
        first && projection instanceof SubspaceProjection subspace
            ? new RecurringProjection(subspace)
            : projection;
  }

  /** Tells that the input of the next {@link #backward} is that of the network. */
  void comingFrom(Batch.Origin origin) {
    projection.comingFrom(origin);
  }

  @Override
  public Matrix forward(Matrix input, int rows, Mode mode) {
    this.input = input;
    output.reserve(rows);
    Product.RIGHT_TRANSPOSED.run(rows, input, weights.values(), output);
    bias.addTo(output, rows);
    return output;
  }

  @Override
  public Matrix backward(Matrix gradient, int rows) {
    projection.weightGradient(rows, gradient, input, weights.gradient());
    bias.gradient(gradient, rows);
    if (!first) {
      inputGradient.reserve(rows);
      Product.PLAIN.run(rows, gradient, weights.values(), inputGradient);
    }
    return inputGradient;
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
    bias.close();
    projection.close();
  }
}
