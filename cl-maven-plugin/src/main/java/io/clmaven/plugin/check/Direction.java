package io.clmaven.plugin.check;

import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;

/** Which values of a metric are the better ones. */
enum Direction {
  HIGHER_IS_BETTER {
    @Override
    double worsening(double before, double after) {
      return before - after;
    }

    @Override
    String print(double value, int scale) {
      return Rounding.floor(value, scale);
    }
  },
  LOWER_IS_BETTER {
    @Override
    double worsening(double before, double after) {
      return after - before;
    }

    @Override
    String print(double value, int scale) {
      return Rounding.ceiling(value, scale);
    }
  };

  /** Returns the direction of a metric of the catalogue. */
  static Direction of(String metric) {
    Metric.Better better = Metrics.find(metric).orElseThrow().better();
    return better == Metric.Better.HIGHER ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
  }

  /** Returns by how much a value got worse; negative if it got better. */
  abstract double worsening(double before, double after);

  /** Prints a value rounded towards the worse. */
  abstract String print(double value, int scale);
}
