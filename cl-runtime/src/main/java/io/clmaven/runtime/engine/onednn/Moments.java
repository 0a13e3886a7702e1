package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer.BatchNorm;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import java.util.Optional;

/** Mean and variance of each channel that a batch is normalised by: its own or the running ones. */
final class Moments implements AutoCloseable {

  private final BatchNorm layer;
  private final float[] running;
  private final Optional<Segment> runningMean;
  private final Optional<Segment> runningVariance;
  private final Matrix mean; // [1, C]
  private final Matrix variance; // [1, C]
  private final float[] batch; // [C]
  private final BatchMoments ofBatch;

  Moments(ModelSpec.Node node, RunningStatistics running) {
    int channels = node.outputShape().get(0);
    this.layer = (BatchNorm) node.layer();
    this.running = running.values();
    this.runningMean = running.layout().find(node.name(), Segment.Kind.MEAN);
    this.runningVariance = running.layout().find(node.name(), Segment.Kind.VARIANCE);
    this.mean = Matrix.empty(channels);
    this.variance = Matrix.empty(channels);
    this.batch = new float[channels];
    this.ofBatch = new BatchMoments(channels);
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

  /**
   * Computes those of a batch.
   *
   * @param pixels number of values of a channel
   */
  void useBatch(Matrix values, int pixels) {
    ofBatch.compute(values, pixels, mean, variance);
  }

  /** Brings the running values to the kernels. */
  void useRunning() {
    load(runningMean.orElseThrow(), mean);
    load(runningVariance.orElseThrow(), variance);
  }

  private void load(Segment segment, Matrix target) {
    target.data().put(running, segment.offset(), batch.length);
  }

  /**
   * Moves the running values towards those of the batch.
   *
   * @param count of the values of a channel in the batch, at least 2
   */
  void move(int count) {
    if (layer.statistics() == Statistics.RUNNING) {
      move(runningMean.orElseThrow(), mean, 1);
      move(runningVariance.orElseThrow(), variance, count / (count - 1.0));
    }
  }

  private void move(Segment segment, Matrix source, double factor) {
    source.pullRows(batch, 1);
    double share = layer.momentum();
    for (int c = 0; c < batch.length; c++) {
      int i = segment.offset() + c;
      running[i] = (float) ((1 - share) * running[i] + share * factor * batch[c]);
    }
  }

  @Override
  public void close() {
    mean.close();
    variance.close();
  }
}
