package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.Segment;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x W^T + b and its gradients, on the memory of the flat vectors. */
final class LinearStage implements Weighted {

  /**
   * Elements of a weight that stays in the caches between backward and update. Above it, passes
   * over memory cost more than the product; below, a product that adds is slower than one that does
   * not.
   */
  private static final int CACHED = 1 << 20;

  private final ParameterMemory.Views weight; // [out, in]
  private final Bias bias;
  private final Matrix output;
  private final Matrix inputGradient;
  private final WeightGradient weightGradient;
  private final Powered poweredGradient;
  private final Powered poweredInput;
  private final ParameterMemory memory;
  private Projection projection = Projection.NONE;
  private Matrix input;
  private boolean first; // whether its inputs are the network's, which others refill

  /**
   * Makes the stage.
   *
   * @param segment of W [out, in]
   */
  LinearStage(Segment segment, ParameterMemory memory, Bias bias) {
    this.memory = memory;
    this.weight = memory.of(segment);
    this.bias = bias;
    this.output = Matrix.empty(segment.rows());
    this.inputGradient = Matrix.empty(segment.columns());
    this.poweredGradient = new Powered(segment.rows());
    this.poweredInput = new Powered(segment.columns());
    this.weightGradient = new WeightGradient(segment, weight.gradient());
  }

  @Override
  public void project(Projection projection) {
    this.projection.close();
    this.projection = projection;
  }

  @Override
  public void comingFrom(Batch.Origin origin) {
    first = true;
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
    first = false;
    projection.comingFrom(Batch.Origin.NONE);
    output.reserve(pass.rows());
    Product.RIGHT_TRANSPOSED.run(pass.rows(), input, weight.values(), output);
    bias.addTo(output, pass.rows());
    return output;
  }

  @Override
  public void parameterGradient(Matrix gradient, Pass pass) {
    int outputs = output.columns();
    Projection applied = pass.applied(projection);
    if (applied.isForInput(pass.rows(), outputs)) {
      Matrix x = applied.input(pass.rows(), input);
      memory.know(weightGradient.of(gradient, x, pass.rows()));
      if (outputs * x.columns() > CACHED && !first) {
        memory.defer(weightGradient);
      } else {
        weightGradient.settle();
      }
    } else {
      Product.LEFT_TRANSPOSED.run(pass.rows(), gradient, input, weight.gradient());
      applied.gradient(outputs, weight.gradient());
    }
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
    return new LinearTangent(this, weight, bias, output.columns());
  }

  @Override
  public Curvature curvature() {
    return new LinearCurvature(this, weight, bias);
  }

  /** The gradient of one sample is an outer product: a power of it is one of powers. */
  @Override
  public void sampleGradients(Matrix gradient, Power power, Pass pass) {
    int rows = pass.rows();
    Matrix d = poweredGradient.of(power, gradient, rows);
    Matrix x = poweredInput.of(power, input, rows);
    Product.LEFT_TRANSPOSED.run(rows, d, x, weight.result());
    bias.result(d, rows);
  }

  /** Returns what the last forward saw. */
  Matrix input() {
    return input;
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
    poweredGradient.close();
    poweredInput.close();
    bias.close();
    projection.close();
    weightGradient.close();
  }
}
