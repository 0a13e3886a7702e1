package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer.BatchNorm;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;

/** Mean and variance of each channel that a batch is normalised by: its own or the running ones. */
final class Moments implements AutoCloseable {

  private final BatchNorm layer;
  private final String name;
  private final RunningStatistics running;
  private final Matrix mean; // [1, C]
  private final Matrix variance; // [1, C]
  private final float[] batch; // [C]

  Moments(ModelSpec.Node node, RunningStatistics running) {
    int channels = node.outputShape().get(0);
    this.layer = (BatchNorm) node.layer();
    this.name = node.name();
    this.running = running;
    this.mean = Matrix.empty(channels);
    this.variance = Matrix.empty(channels);
    this.batch = new float[channels];
    mean.reserve(1);
    variance.reserve(1);
  }

  Matrix mean() {
    return mean;
  }

  /** Returns the biased variance of the batch, or the running one. */
  Matrix variance() {
    return variance;
  }

  /** Returns whether a pass normalises a batch by its own mean and variance. */
  boolean areOfBatch(Pass pass) {
    return switch (layer.statistics()) {
      case BATCH -> true;
      case RUNNING -> pass.training();
      case FROZEN -> false;
    };
  }

  /** Brings the running values to the kernels. */
  void useRunning() {
    load(Segment.Kind.MEAN, mean);
    load(Segment.Kind.VARIANCE, variance);
  }

  private void load(Segment.Kind kind, Matrix target) {
    Segment segment = segment(kind);
    target.data().put(running.values(), segment.offset(), segment.length());
  }

  /**
   * Moves the running values towards those of the batch.
   *
   * @param count of the values of a channel in the batch, at least 2
   */
  void move(int count) {
    if (layer.statistics() == Statistics.RUNNING) {
      move(Segment.Kind.MEAN, mean, 1);
      move(Segment.Kind.VARIANCE, variance, count / (count - 1.0));
    }
  }

  private void move(Segment.Kind kind, Matrix source, double factor) {
    source.pull(batch, 1);
    float[] values = running.values();
    int offset = segment(kind).offset();
    double share = layer.momentum();
    for (int c = 0; c < batch.length; c++) {
      values[offset + c] = (float) ((1 - share) * values[offset + c] + share * factor * batch[c]);
    }
  }

  private Segment segment(Segment.Kind kind) {
    return running.layout().find(name, kind).orElseThrow();
  }

  @Override
  public void close() {
    mean.close();
    variance.close();
  }
}
