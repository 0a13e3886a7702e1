package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.Training.Evaluation;
import io.clmaven.runtime.experiment.yaml.Nearest;
import java.util.Collection;
import java.util.Locale;

/** The texts of mistakes in sweeps. */
final class SweepMessages {

  static final String NO_DIRECTORY =
      "There is no folder of sweeps. Create it with one YAML file per sweep.";
  static final String NO_SWEEPS =
      "There is no sweep in this folder. Add a file '<name>.yaml' with 'experiment' and"
          + " 'parameters'.";
  static final String NO_PARAMETERS =
      "'parameters' is missing in the sweep. Name the settings to search, one in a line, as in"
          + " 'training.optimizer.learningRate: [0.1, 0.01]'.";
  static final String PARAMETERS =
      "'parameters' takes lines like 'training.optimizer.learningRate: [0.1, 0.01]', but something"
          + " else was given.";
  static final String OVERRIDES =
      "'overrides' takes settings of an experiment, as in 'benchmark: {validation: 0.1}', but"
          + " something else was given.";
  static final String NO_SEEDS = "'seeds' has an empty list. Give at least one seed.";

  private SweepMessages() {}

  static String noPath(String text) {
    return "'%s' is no path of a setting. Write names with dots, as in 'training.batchSize', and"
            .formatted(text)
        + " positions in lists as in 'method[1].lambda'.";
  }

  static String notSearchable(String root) {
    return switch (root) {
      case "seeds" -> "A sweep has 'seeds' of its own. Set them beside 'parameters'.";
      case "evaluated" -> "A sweep is evaluated on validation examples only. Remove 'evaluated'.";
      default ->
          "'%s' changes no result, so that a sweep has no use for it. Remove it.".formatted(root);
    };
  }

  static String noGroup(String path, String way) {
    return "Cannot set '%s': '%s' has no settings of its own. Correct the path."
        .formatted(path, way);
  }

  static String noElement(String path, String way, int size) {
    return "Cannot set '%s': '%s' has %s, counted from [0]. Correct the position."
        .formatted(path, way, size == 1 ? "1 element" : "%d elements".formatted(size));
  }

  static String emptyList(String path) {
    return "'%s' has an empty list. Give it at least one value.".formatted(path);
  }

  static String twice(String path, String value) {
    return "'%s' has the value %s twice. Remove one.".formatted(path, value);
  }

  static String noValues(String path) {
    return "'%s' takes a list of values, as in [0.1, 0.01], or a range, as in {from: 0.001, to: 0.1,"
            .formatted(path)
        + " scale: log}.";
  }

  static String rangeInGrid(String path) {
    return "'%s' has a range, but a grid needs values. List them, or draw points with 'random:"
            .formatted(path)
        + " {points: 20}'.";
  }

  static String emptyRange(String path, Range range) {
    return "The range of '%s' is empty: 'from' is %s and 'to' is %s. Make 'to' the larger one."
        .formatted(path, range.from(), range.to());
  }

  static String noLogarithm(String path, Range range) {
    return "The range of '%s' begins at %s, but only numbers above 0 have a logarithm. Begin above"
            .formatted(path, range.from())
        + " 0, or set 'scale: linear'.";
  }

  static String brokenEnds(String path, Range range) {
    return "The range of '%s' has whole numbers only, but is from %s to %s. Make both ends whole, or"
            .formatted(path, range.from(), range.to())
        + " remove 'integer: true'.";
  }

  static String tooManyPoints(long points, int most) {
    return ("The grid has more than %d points%s. Remove values, or draw some of them with 'random:"
            + " {points: 100}'.")
        .formatted(most, points > Integer.MAX_VALUE ? "" : ", namely %d".formatted(points));
  }

  static String twiceSeed(Object seed) {
    return "Seed %s is given twice: equal seeds give equal results. Remove one.".formatted(seed);
  }

  static String tooFewSeeds(int first, int all) {
    return "The first rung has %d seeds, but the sweep has %d. Add seeds or lower 'seeds' of"
            .formatted(first, all)
        + " 'halving'.";
  }

  static String unknownMetric(String name, Collection<String> known) {
    return "Unknown metric '%s'.%s"
        .formatted(
            name,
            Nearest.to(name, known)
                .map(" Did you mean '%s'?"::formatted)
                .orElse(" Known metrics: %s.".formatted(String.join(", ", known))));
  }

  static String undefinedMetric(String metric, int tasks) {
    return "Cannot compare points by '%s': it is undefined with %s. Choose another metric."
        .formatted(metric, tasks == 1 ? "1 task" : "%d tasks".formatted(tasks));
  }

  static String metricOfMoreTasks(String metric, Evaluation evaluation) {
    return "Cannot compare points by '%s': it needs accuracies on tasks that are not learnt yet. Add"
            .formatted(metric)
        + " 'training: {evaluate: %s}' to 'overrides', or choose another metric."
            .formatted(evaluation.name().toLowerCase(Locale.ROOT));
  }

  static String noValidation(String experiment) {
    return "Cannot search '%s': its benchmark holds out no validation examples, and a sweep never"
            .formatted(experiment)
        + " sees the test set. Add 'overrides: {benchmark: {validation: 0.1}}' to the sweep.";
  }

  static String noWinner(String message) {
    return "Cannot make an experiment of the winner, in which 'overrides' do not hold: %s Move what"
            .formatted(message)
        + " the searched settings need from 'overrides' to the experiment.";
  }

  static String otherComponent(OtherComponent other) {
    return "'%s' is '%s' in the search and '%s' in the experiment."
        .formatted(other.way(), other.searched(), other.winner());
  }

  static String at(String point, String message) {
    return "At %s: %s".formatted(point, message);
  }
}
