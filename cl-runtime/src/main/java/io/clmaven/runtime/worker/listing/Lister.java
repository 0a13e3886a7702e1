package io.clmaven.runtime.worker.listing;

import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Kind;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import io.clmaven.runtime.worker.protocol.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists all components, metrics, presets, sweeps and settings of experiment files. */
public final class Lister {

  private final Catalogues catalogues;
  private final Presets presets;
  private final Presets sweeps;

  /** Makes a lister of what a class loader sees. */
  public Lister(ClassLoader loader) {
    catalogues = new Catalogues(loader);
    presets = new Presets(loader);
    sweeps = Presets.ofSweeps(loader);
  }

  /**
   * Returns the listing.
   *
   * @throws IllegalStateException if a component is registered wrongly; the message is complete for
   *     the user
   */
  public Listing list() {
    catalogues
        .problems()
        .forEach(
            problem -> {
              throw new IllegalStateException(problem.toString());
            });
    List<Listing.Kind> kinds = new ArrayList<>();
    Arrays.stream(Kind.values())
        .map(kind -> new ComponentItems(kind, catalogues).listed())
        .forEach(kinds::add);
    kinds.add(new Listing.Kind("metrics", Metrics.all().stream().map(this::metric).toList()));
    kinds.add(new Listing.Kind(Listing.PRESETS, items(presets)));
    kinds.add(new Listing.Kind("sweeps", items(sweeps)));
    kinds.add(new Listing.Kind("settings", settings()));
    return new Listing(kinds);
  }

  private static List<Listing.Item> items(Presets presets) {
    return presets.all().stream().map(PresetItem::of).toList();
  }

  private Listing.Item metric(Metric metric) {
    return new Listing.Item(
        metric.id(),
        metric.summary(),
        metric.source(),
        Origin.of(metric.getClass()),
        List.of(metric.formula()),
        List.of(),
        Listing.NO_TWIN);
  }

  private List<Listing.Item> settings() {
    return List.of(
        item("experiment", "What an experiment file consists of.", Experiment.class),
        item("training", "How a task is trained.", Training.class),
        item("schedule", "Learning-rate decay and early stopping.", Training.Schedule.class),
        item("rule", "What 'check' demands of one metric.", CheckRule.class));
  }

  private Listing.Item item(String name, String summary, Class<? extends Record> type) {
    return new Listing.Item(
        name,
        summary,
        "",
        Origin.of(type),
        List.of(),
        SettingLines.of(new RecordBinder<>(type, catalogues).describe()),
        Listing.NO_TWIN);
  }
}
