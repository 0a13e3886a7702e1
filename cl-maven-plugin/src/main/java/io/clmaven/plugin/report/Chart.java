package io.clmaven.plugin.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a chart shows, independent of how it is drawn; accuracies in percent, null where missing.
 */
sealed interface Chart {

  /** Returns the name that the script knows the kind of chart by. */
  @JsonProperty
  String kind();

  /**
   * A coloured matrix.
   *
   * @param tasks names of the rows and columns
   * @param values value of row and column
   * @param spreads standard deviation of row and column
   * @param low value of the palest colour
   * @param high value of the strongest colour
   */
  record HeatMap(
      List<String> tasks,
      List<List<Double>> values,
      List<List<Double>> spreads,
      double low,
      double high)
      implements Chart {

    @Override
    public String kind() {
      return "heat-map";
    }
  }

  /**
   * A coloured table of any numbers.
   *
   * @param rows names of the rows
   * @param columns names of the columns
   * @param values value of row and column
   * @param unit of the values; empty for plain numbers
   * @param low value of the palest colour
   * @param high value of the strongest colour
   */
  record Grid(
      List<String> rows,
      List<String> columns,
      List<List<Double>> values,
      String unit,
      double low,
      double high)
      implements Chart {

    @Override
    public String kind() {
      return "grid";
    }
  }

  /**
   * Lines over the tasks.
   *
   * @param tasks names of the positions
   * @param ordered whether the lines have an order, as tasks have
   * @param lines the lines
   */
  record Lines(List<String> tasks, boolean ordered, List<Line> lines) implements Chart {

    @Override
    public String kind() {
      return "lines";
    }
  }

  /**
   * A line; several lines of one name belong together and have one entry in the legend.
   *
   * @param name what it shows
   * @param seed which seed; empty for the mean over the seeds
   * @param values one per position
   */
  record Line(String name, String seed, List<Double> values) {}

  /**
   * Curves with a band around each, over numbers.
   *
   * @param xName what the places are
   * @param yName what the values are
   * @param places places of the points
   * @param ordered whether the curves have an order, as tasks have
   * @param bands the curves
   */
  record Bands(String xName, String yName, List<Double> places, boolean ordered, List<Band> bands)
      implements Chart {

    @Override
    public String kind() {
      return "bands";
    }
  }

  /**
   * A curve with a band around it.
   *
   * @param name what it shows
   * @param means values of the curve
   * @param deviations half heights of the band
   */
  record Band(String name, List<Double> means, List<Double> deviations) {}

  /**
   * Values over a plane, in colours of equal ratios.
   *
   * @param axis places of the points, on both axes
   * @param values a row for each place on the vertical axis
   * @param low value of the palest colour
   * @param high value of the strongest colour
   */
  record Surface(List<Double> axis, List<List<Double>> values, double low, double high)
      implements Chart {

    @Override
    public String kind() {
      return "surface";
    }
  }

  /**
   * A line for each point of a search, over an axis for each setting and a last one for the score.
   *
   * @param axes the axes from left to right
   * @param paths the points, the best first
   */
  record Parallel(List<Axis> axes, List<Path> paths) implements Chart {

    @Override
    public String kind() {
      return "parallel";
    }
  }

  /**
   * One of several axes side by side.
   *
   * @param name what it shows
   * @param type {@code category}, {@code value} or {@code log}
   * @param categories the values of a category axis from bottom to top; empty for numbers
   */
  record Axis(String name, String type, List<String> categories) {}

  /**
   * A line over all axes.
   *
   * @param name what it shows
   * @param dropped whether it did not reach the end of the search
   * @param places a number or a category for each axis
   */
  record Path(String name, boolean dropped, List<Object> places) {}
}
