package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;

/**
 * Random directions in the space of the parameters, normalised filter by filter: every row of a
 * weight is a Gaussian vector d, scaled to the norm of the row w of the weights, d * |w| / (|d| +
 * 1e-10). Parameters that are no weights (biases, normalisation) stay where they are. Source: Li,
 * Xu, Taylor, Studer and Goldstein, "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018.
 */
final class FilterDirections {

  private static final double TINY = 1e-10;

  private final ParameterLayout layout;
  private final RandomStream random;

  FilterDirections(ParameterLayout layout, RandomStream random) {
    this.layout = layout;
    this.random = random;
  }

  /** Draws a direction [P] for weights [P]. */
  float[] draw(float[] weights) {
    float[] direction = new float[weights.length];
    for (Segment segment : layout.segments()) {
      if (segment.shape().size() > 1) {
        for (int row = 0; row < segment.rows(); row++) {
          int from = segment.offset() + row * segment.columns();
          drawFilter(weights, direction, from, from + segment.columns());
        }
      }
    }
    return direction;
  }

  private void drawFilter(float[] weights, float[] direction, int from, int to) {
    for (int i = from; i < to; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    double factor = norm(weights, from, to) / (norm(direction, from, to) + TINY);
    for (int i = from; i < to; i++) {
      direction[i] *= factor;
    }
  }

  private static double norm(float[] values, int from, int to) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (double) values[i] * values[i];
    }
    return Math.sqrt(squares);
  }
}
