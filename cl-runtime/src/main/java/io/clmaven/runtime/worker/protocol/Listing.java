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

  /** Stands for the item of which another one is a twin, where it is none. */
  public static final String NO_TWIN = "";

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
   * @param twinOf the item whose small twin it is; {@link #NO_TWIN} if it is none
   */
  public record Item(
      String name,
      String summary,
      String source,
      String origin,
      List<String> notes,
      List<SettingLine> settings,
      String twinOf) {}

  /** One parameter: name, type in words, default ("required" if there is none), range, effect. */
  public record SettingLine(
      String name, String type, String byDefault, String range, String effect) {}
}
