package io.clmaven.runtime.experiment.preset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The small twin of a {@link StudyCell}. */
record StudyTwin(StudyCell cell) implements WrittenPreset {

  @Override
  public String name() {
    return cell.name() + cell.study().twinSuffix();
  }

  @Override
  public Optional<String> twinOf() {
    return Optional.of(cell.name());
  }

  @Override
  public String text() {
    Study.Twin small = cell.column().small();
    return new PresetText()
        .comments(List.of(cell.name() + " " + small.summary()))
        .setting("extends", Preset.PREFIX + cell.name())
        .group("benchmark", small.benchmark(), Map.of())
        .setting("seeds", "[1]")
        .toString();
  }
}
