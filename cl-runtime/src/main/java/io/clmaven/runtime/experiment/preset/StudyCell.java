package io.clmaven.runtime.experiment.preset;

import io.clmaven.runtime.experiment.preset.Study.Column;
import io.clmaven.runtime.experiment.preset.Study.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a {@link Study} on one benchmark in one length: a preset and its small twin. */
record StudyCell(
    Study study, Study.Row row, String lineName, String benchmark, Study.Length length) {

  String name() {
    return lineName + "-" + benchmark + length.suffix();
  }

  /** Returns the symbols of the scripts that have this line in this length. */
  List<String> scripts() {
    return line().scripts().stream().filter(length.scripts()::contains).toList();
  }

  /** Returns the text of the preset. */
  String text() {
    Map<String, String> settings = settings();
    return new PresetText()
        .comments(header())
        .group("benchmark", column().benchmark(), settings)
        .group("model", column().model(), settings)
        .group("method", "", settings)
        .group("training", column().training(), settings)
        .setting("seeds", "[1, 2, 3, 4, 5]")
        .toString();
  }

  String twinName() {
    return name() + "-small";
  }

  /** Returns the text of the small twin. */
  String twinText() {
    Study.Twin small = column().small();
    return new PresetText()
        .comments(List.of(name() + " " + small.summary()))
        .setting("extends", Preset.PREFIX + name())
        .group("benchmark", small.benchmark(), Map.of())
        .setting("seeds", "[1]")
        .toString();
  }

  private Line line() {
    return row.lines().get(lineName);
  }

  private Column column() {
    return study.benchmarks().get(benchmark);
  }

  private List<String> header() {
    String scripts = scripts().stream().map(study.scripts()::get).collect(Collectors.joining(", "));
    Stream<String> origin =
        Stream.of(
            "%s on %s, %s, %s"
                .formatted(line().title(), column().title(), length.title(), study.summary()),
            study.source(),
            "A line of %s.".formatted(scripts));
    return Stream.of(origin, published(), remark()).flatMap(comments -> comments).toList();
  }

  private Stream<String> published() {
    return Optional.ofNullable(study.published().get(name())).stream()
        .flatMap(numbers -> Stream.of(study.numbers(), numbers));
  }

  private Stream<String> remark() {
    return Optional.ofNullable(study.remarks().get(name())).stream();
  }

  /** Returns values by path. */
  private Map<String, String> settings() {
    Map<String, String> symbols = new LinkedHashMap<>(row.values().get(benchmark));
    symbols.putAll(line().sets());
    symbols.put("epochs", length.epochs());
    Map<String, String> paths = new LinkedHashMap<>();
    study
        .settings()
        .forEach(
            (symbol, path) -> {
              if (symbols.containsKey(symbol)) {
                paths.put(path, symbols.get(symbol));
              }
            });
    return paths;
  }
}
