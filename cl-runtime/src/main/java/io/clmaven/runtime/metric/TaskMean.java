package io.clmaven.runtime.metric;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The mean of a term over tasks, undefined without tasks or with a term that is not a number. */
final class TaskMean {

  private TaskMean() {}

  /** Returns the mean of the terms of the tasks from {@code from} to {@code to} - 1. */
  static OptionalDouble over(int from, int to, IntToDoubleFunction term) {
    OptionalDouble mean = IntStream.range(from, to).mapToDouble(term).average();
    return mean.isPresent() && Double.isNaN(mean.getAsDouble()) ? OptionalDouble.empty() : mean;
  }

  /** Returns the mean over all T tasks from that over T - 1 of them; the other one adds 0. */
  static OptionalDouble ofAll(AccuracyMatrix a, OptionalDouble mean) {
    return mean.isEmpty()
        ? mean
        : OptionalDouble.of(mean.getAsDouble() * (a.tasks() - 1) / a.tasks());
  }
}
