package io.clmaven.runtime.experiment.preset;

import io.clmaven.runtime.experiment.preset.Study.Column;
import io.clmaven.runtime.experiment.preset.Study.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a {@link Study} on one benchmark in one length. */
record StudyCell(Study study, Study.Row row, String lineName, String benchmark, Study.Length length)
    implements WrittenPreset {

  @Override
  public String name() {
    return lineName + "-" + benchmark + length.suffix();
  }

  @Override
  public Optional<Omission> omission() {
    return Optional.ofNullable(column().omission());
  }

  /** Returns the symbols of the scripts that have this line in this length. */
  List<String> scripts() {
    return line().scripts().stream().filter(length.scripts()::contains).toList();
  }

  @Override
  public String text() {
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

  Line line() {
    return row.lines().get(lineName);
  }

  Column column() {
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
