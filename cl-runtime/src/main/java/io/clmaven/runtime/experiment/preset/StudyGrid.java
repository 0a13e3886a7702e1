package io.clmaven.runtime.experiment.preset;

import io.clmaven.runtime.experiment.preset.Study.Column;
import io.clmaven.runtime.experiment.preset.Study.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grid search of a {@link StudyCell}: a sweep.
 *
 * @param cell what is searched
 * @param grid the values
 */
record StudyGrid(StudyCell cell, Study.Grid grid) implements WrittenPreset {

  @Override
  public String name() {
    return "grid-" + cell.name();
  }

  @Override
  public String text() {
    Study study = cell.study();
    Search search = study.search();
    return new PresetText()
        .comments(
            List.of(
                "Grid search of %s on %s, %s"
                    .formatted(cell.line().title(), cell.column().title(), study.summary()),
                study.source(),
                search.origin()))
        .setting("experiment", Preset.PREFIX + cell.name())
        .group("overrides", search.overrides(), Map.of())
        .list("parameters", parameters())
        .toString();
  }

  /** Returns values by path, without those of settings that the network does not have. */
  private Map<String, String> parameters() {
    Column column = cell.column();
    Map<String, String> paths = new LinkedHashMap<>();
    grid.values()
        .forEach(
            (symbol, values) -> {
              if (!column.lacks().contains(symbol)) {
                paths.put(cell.study().settings().get(symbol), values.toString());
              }
            });
    return paths;
  }
}
