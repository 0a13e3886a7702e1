package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.Arrays;

/** A gate as HesScale goes through it: D_w = sum of s x^2, and w^2 s for the input. */
final class GateCurvature implements Curvature {

  private final String name;
  private final GateStage stage;
  private final ParameterMemory.Views gate;
  private final ChannelProduct product;
  private final Powered squaredInput;
  private final Powered squaredGate;
  private final HeapCopy heap = new HeapCopy();
  private final Matrix summed;
  private final Matrix result;

  GateCurvature(String name, GateStage stage, int columns, ParameterMemory.Views gate) {
    int channels = gate.values().columns();
    this.name = name;
    this.stage = stage;
    this.gate = gate;
    this.product = new ChannelProduct(channels);
    this.squaredInput = new Powered(columns);
    this.squaredGate = new Powered(channels);
    this.summed = Matrix.empty(columns);
    this.result = Matrix.empty(columns);
  }

  @Override
  public void parameters(Matrix curvature, Pass pass) {
    Matrix squares = squaredInput.of(Power.SQUARE, stage.input(), pass.rows());
    product.sum(1, pass.rows() * result.columns(), curvature, squares, gate.result());
  }

  @Override
  public Matrix input(int input, Matrix gradient, Matrix curvature, GateRule rule, Pass pass) {
    Matrix own = rule == GateRule.PUBLISHED ? overAllFeatures(curvature, pass.rows()) : curvature;
    int length = pass.rows() * result.columns();
    result.reserve(pass.rows());
    product.times(1, length, own, squaredGate.of(Power.SQUARE, gate.values(), 1), result);
    return result;
  }

  /** What the rule of a linear layer makes of a gate: every feature gets the sum over all. */
  private Matrix overAllFeatures(Matrix curvature, int rows) {
    int columns = curvature.columns();
    if (columns != gate.values().columns()) {
      throw new UnsupportedModelException(
          ("Cannot compute curvatures of layer '%s': the published rule knows gates of vectors"
                  + " only. Choose the rule 'corrected'.")
              .formatted(name));
    }
    float[] s = heap.pull(curvature, rows);
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += s[row * columns + j];
      }
      Arrays.fill(s, row * columns, (row + 1) * columns, (float) sum);
    }
    summed.reserve(rows);
    summed.pushRows(s, rows);
    return summed;
  }

  @Override
  public void close() {
    squaredInput.close();
    squaredGate.close();
    summed.close();
    result.close();
  }
}
