package io.clmaven.runtime.experiment.yaml;

/**
 * A setting in words.
 *
 * @param name key in the file
 * @param type for example {@code list of numbers}
 * @param byDefault the default as it would be written; {@code required} or {@code not set} if there
 *     is none
 * @param range allowed numbers, for example {@code (0, 1]}; empty if there is no limit
 * @param effect one sentence
 */
public record SettingDescription(
    String name, String type, String byDefault, String range, String effect) {

  static SettingDescription of(SettingField field) {
    String none = field.isRequired() ? "required" : "not set";
    return new SettingDescription(
        field.name(),
        field.type().words(),
        field.byDefault().isEmpty() ? none : field.byDefault(),
        field.range().text(),
        field.effect());
  }
}
