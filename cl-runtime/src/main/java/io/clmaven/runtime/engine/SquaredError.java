package io.clmaven.runtime.engine;

import java.util.Arrays;

/**
 * Mean squared error over all N C entries of the outputs of the batch's range; other outputs get
 * zero. The labels of the batch are not looked at.
 */
public final class SquaredError implements Loss {

  private final float[] targets; // [N, C]

  /**
   * Makes the loss.
   *
   * @param targets [N, C] row-major with at least the samples of a batch; may be refilled in place
   *     between steps
   */
  public SquaredError(float[] targets) {
    this.targets = targets;
  }

  @Override
  public double gradient(float[] logits, int outputs, Batch batch, float[] gradient) {
    int classes = batch.outputs().size();
    int entries = batch.size() * classes;
    Arrays.fill(gradient, 0, batch.size() * outputs, 0f);
    double total = 0;
    for (int sample = 0; sample < batch.size(); sample++) {
      int start = sample * outputs + batch.outputs().from();
      for (int j = 0; j < classes; j++) {
        double error = logits[start + j] - targets[sample * classes + j];
        gradient[start + j] = (float) (2 * error / entries);
        total += error * error;
      }
    }
    return total / entries;
  }

  @Override
  public void hessianVectorProduct(
      float[] logits, int outputs, Batch batch, float[] tangent, float[] product) {
    curvature(logits, outputs, batch, product); // the Hessian is diagonal
    for (int i = 0; i < batch.size() * outputs; i++) {
      product[i] *= tangent[i];
    }
  }

  @Override
  public void curvature(float[] logits, int outputs, Batch batch, float[] curvature) {
    int classes = batch.outputs().size();
    Arrays.fill(curvature, 0, batch.size() * outputs, 0f);
    for (int sample = 0; sample < batch.size(); sample++) {
      int start = sample * outputs + batch.outputs().from();
      Arrays.fill(curvature, start, start + classes, 2f / (batch.size() * classes));
    }
  }
}
