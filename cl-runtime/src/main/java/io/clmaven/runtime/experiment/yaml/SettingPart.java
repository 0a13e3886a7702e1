package io.clmaven.runtime.experiment.yaml;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;

/** A part of a record: one setting, or the settings of a record that is inline. */
sealed interface SettingPart permits SettingField, RecordShape {

  /** Returns its settings in their order. */
  List<SettingField> fields();

  /** Returns the same part where some settings have other defaults, by their names. */
  SettingPart with(Map<String, String> defaults);

  /**
   * Makes the part.
   *
   * @param values of all settings by their names; others are ignored
   * @throws InvocationTargetException if the constructor of a record refuses them
   */
  Object make(Map<String, Object> values) throws InvocationTargetException;

  /** Puts the values of a part under the names of its settings. */
  void takeApart(Object part, Map<String, Object> values);
}
