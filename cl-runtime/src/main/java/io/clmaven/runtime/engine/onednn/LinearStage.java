package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x W^T + b and its gradients, on the memory of the flat vectors. */
final class LinearStage implements Weighted {

  private final ParameterMemory.Views weight; // [out, in]
  private final Bias bias;
  private final Matrix output;
  private final Matrix inputGradient;
  private Projection projection = Projection.NONE;
  private Matrix input;

  LinearStage(int inputs, int outputs, ParameterMemory.Views weight, Bias bias) {
    this.weight = weight;
    this.bias = bias;
    this.output = Matrix.empty(outputs);
    this.inputGradient = Matrix.empty(inputs);
  }

  @Override
  public void project(Projection projection) {
    this.projection.close();
    this.projection = projection;
  }

  @Override
  public void comingFrom(Batch.Origin origin) {
    if (origin != Batch.Origin.NONE && projection instanceof SubspaceProjection subspace) {
      projection = new RecurringProjection(subspace);
    }
    projection.comingFrom(origin);
  }

  @Override
  public INDArray publicInput(Matrix input, int rows) {
    return input.toArray(rows, List.of(input.columns()));
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    input = inputs[0];
    output.reserve(pass.rows());
    Product.RIGHT_TRANSPOSED.run(pass.rows(), input, weight.values(), output);
    bias.addTo(output, pass.rows());
    return output;
  }

  @Override
  public void parameterGradient(Matrix gradient, Pass pass) {
    projection.weightGradient(pass.rows(), gradient, input, weight.gradient());
    bias.gradient(gradient, pass.rows());
  }

  @Override
  public Matrix inputGradient(int index, Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    Product.PLAIN.run(pass.rows(), gradient, weight.values(), inputGradient);
    return inputGradient;
  }

  @Override
  public Tangent tangent() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
    bias.close();
    projection.close();
  }
}
