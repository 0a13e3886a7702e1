package io.clmaven.runtime.experiment.preset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of a study that compares methods on several benchmarks: a preset is written for every
 * line of its scripts, benchmark and length of training.
 *
 * @param summary the end of the first line of every preset
 * @param source the paper
 * @param settings paths of settings by symbol, in the order in which presets show them
 * @param scripts file names of the scripts by symbol
 * @param lengths of training
 * @param twinSuffix end of the names of the small twins
 * @param benchmarks by the name that presets have for them
 * @param rows what is trained on the benchmarks
 * @param numbers what the published numbers are
 * @param published numbers by name of the preset
 * @param remarks what is special, by name of the preset
 * @param search how good settings are looked for
 */
record Study(
    String summary,
    String source,
    Map<String, String> settings,
    Map<String, String> scripts,
    List<Length> lengths,
    String twinSuffix,
    Map<String, Column> benchmarks,
    List<Row> rows,
    String numbers,
    Map<String, String> published,
    Map<String, String> remarks,
    Search search) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /**
   * How long a task is trained.
   *
   * @param title what the first line of a preset says about it
   * @param epochs per task
   * @param suffix end of the names of the presets
   * @param scripts symbols of the scripts that have their lines in this length
   */
  record Length(String title, String epochs, String suffix, List<String> scripts) {}

  /**
   * A benchmark, with the text of three groups of settings.
   *
   * @param omission what the presets leave to their user; null if there is nothing
   * @param lacks symbols of settings that its network does not have
   * @param small how it is made small
   */
  record Column(
      String title,
      String benchmark,
      String model,
      Omission omission,
      String training,
      List<String> lacks,
      Twin small) {}

  /** A small twin: what it is, and the settings of the benchmark that it changes. */
  record Twin(String summary, String benchmark) {}

  /**
   * Lines of scripts, by name, that differ in other symbols than these values.
   *
   * @param values of symbols, by benchmark
   */
  record Row(Map<String, Line> lines, Map<String, Map<String, String>> values) {}

  /**
   * A line of scripts.
   *
   * @param sets values of symbols on every benchmark
   * @param scripts symbols of the scripts that have it
   */
  record Line(String title, Map<String, String> sets, List<String> scripts) {}

  /**
   * Grid searches.
   *
   * @param origin the script
   * @param overrides text of what holds in searches only
   */
  record Search(String origin, String overrides, List<Grid> grids) {}

  /** Lines, by name, with the values of symbols that are tried for them. */
  record Grid(List<String> lines, Map<String, List<String>> values) {}

  static Study read(URL location) {
    try (InputStream in = location.openStream()) {
      return YAML.readValue(in, Study.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the presets of '%s'.".formatted(location), e);
    }
  }

  /** Returns the experiments, each with its small twin. */
  List<WrittenPreset> experiments() {
    return cells().<WrittenPreset>flatMap(cell -> Stream.of(cell, new StudyTwin(cell))).toList();
  }

  /** Returns the sweeps: the grids of the lines in their first length. */
  List<WrittenPreset> sweeps() {
    return search.grids().stream()
        .flatMap(
            grid ->
                cells()
                    .filter(cell -> grid.lines().contains(cell.lineName()))
                    .filter(cell -> cell.length().equals(lengths.get(0)))
                    .<WrittenPreset>map(cell -> new StudyGrid(cell, grid)))
        .toList();
  }

  private Stream<StudyCell> cells() {
    return rows.stream().flatMap(this::cells).filter(cell -> !cell.scripts().isEmpty());
  }

  private Stream<StudyCell> cells(Row row) {
    return row.lines().keySet().stream()
        .flatMap(
            line ->
                row.values().keySet().stream()
                    .flatMap(
                        benchmark ->
                            lengths.stream()
                                .map(length -> new StudyCell(this, row, line, benchmark, length))));
  }
}
