package io.clmaven.runtime.experiment.yaml;

import java.util.stream.Stream;

/**
 * A setting in words.
 *
 * @param name key in the file; in a group the path to it, as {@code augmentation.padding} or, where
 *     there is a list of groups, {@code dataSets[].mean}
 * @param type for example {@code list of numbers}
 * @param byDefault the default as it would be written; {@code required} or {@code not set} if there
 *     is none
 * @param range allowed numbers, for example {@code (0, 1]}; empty if there is no limit
 * @param effect one sentence
 */
public record SettingDescription(
    String name, String type, String byDefault, String range, String effect) {

  /**
   * Returns a setting and, if it is a group, all settings of the group.
   *
   * @param start of the path to the setting; empty, or ends with a point
   */
  static Stream<SettingDescription> of(SettingField field, String start) {
    String path = start + field.name();
    String none = field.isRequired() ? "required" : "not set";
    SettingDescription own =
        new SettingDescription(
            path,
            field.type().words(),
            field.byDefault().isEmpty() ? none : field.byDefault(),
            field.range().text(),
            field.effect());
    return Stream.concat(Stream.of(own), field.type().parts(path));
  }
}
