package io.clmaven.runtime.engine;

/**
 * Running means and variances of all batch normalisations of a network, on the heap.
 *
 * @param layout how they lie, segments of kind mean and variance
 * @param values live; to be read, or replaced element by element, between steps
 */
public record RunningStatistics(ParameterLayout layout, float[] values) {

  /** Makes the statistics a model starts with. */
  public static RunningStatistics of(ModelSpec model) {
    return new RunningStatistics(model.statistics(), model.initialStatistics());
  }
}
