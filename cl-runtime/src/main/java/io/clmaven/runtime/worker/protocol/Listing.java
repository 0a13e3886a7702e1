package io.clmaven.runtime.worker.protocol;

import java.util.List;

/**
 * What {@code cl:list} shows; written by the worker command {@code list}.
 *
 * @param kinds methods, benchmarks, models, optimizers, data sets, analyses, metrics, presets,
 *     sweeps, settings
 */
public record Listing(List<Kind> kinds) {

  /** The kind of experiments that jars bring. */
  public static final String PRESETS = "presets";

  /** A kind of thing, in the plural, with its items by name. */
  public record Kind(String name, List<Item> items) {}

  /**
   * One thing that an experiment can name.
   *
   * @param name its name
   * @param summary one line
   * @param source paper or origin
   * @param origin jar or folder it was found in
   * @param notes further lines: scenarios, formula of a metric, text of a preset
   * @param settings its parameters
   */
  public record Item(
      String name,
      String summary,
      String source,
      String origin,
      List<String> notes,
      List<SettingLine> settings) {}

  /** One parameter: name, type in words, default ("required" if there is none), range, effect. */
  public record SettingLine(
      String name, String type, String byDefault, String range, String effect) {}
}
