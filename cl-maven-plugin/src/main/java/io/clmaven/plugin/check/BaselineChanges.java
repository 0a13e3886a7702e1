package io.clmaven.plugin.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a new baseline changes, metric by metric, as means over the seeds. */
public final class BaselineChanges {

  private BaselineChanges() {}

  /**
   * Returns one line for each metric with other values than before.
   *
   * @param before the baseline that is replaced, if there is one
   */
  public static List<String> lines(Optional<Baseline> before, Baseline now) {
    TreeSet<String> metrics = new TreeSet<>(now.metrics().keySet());
    before.ifPresent(old -> metrics.addAll(old.metrics().keySet()));
    return metrics.stream().flatMap(metric -> line(metric, before, now)).toList();
  }

  private static Stream<String> line(String metric, Optional<Baseline> before, Baseline now) {
    SortedMap<Long, Double> fresh = now.values(metric);
    SortedMap<Long, Double> old = before.map(b -> b.values(metric)).orElse(new TreeMap<>());
    if (old.equals(fresh)) {
      return Stream.empty();
    }
    if (old.isEmpty()) {
      return Stream.of(Messages.newInBaseline(metric, mean(fresh)));
    }
    if (fresh.isEmpty()) {
      return Stream.of(Messages.lost(metric));
    }
    return Stream.of(
        old.keySet().equals(fresh.keySet())
            ? Messages.changed(metric, mean(old), mean(fresh))
            : Messages.changed(metric, meanOverSeeds(old), meanOverSeeds(fresh)));
  }

  private static String meanOverSeeds(SortedMap<Long, Double> values) {
    return Messages.overSeeds(mean(values), values.keySet());
  }

  private static String mean(SortedMap<Long, Double> values) {
    return Rounding.plain(Sample.of(values.values()).mean());
  }
}
