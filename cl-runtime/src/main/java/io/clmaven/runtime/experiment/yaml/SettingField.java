package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.component.Setting;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/**
 * A setting: a component of a parameter record.
 *
 * @param name key in the file
 * @param type what it takes
 * @param effect one sentence; empty if the author wrote none
 * @param byDefault as it would be written in a file; empty if there is none
 * @param range allowed numbers
 */
record SettingField(String name, SettingType type, String effect, String byDefault, Interval range)
    implements SettingPart {

  static SettingField of(RecordComponent component, SettingTypes types) {
    Setting setting = component.getAnnotation(Setting.class);
    return new SettingField(
        component.getName(),
        types.of(component),
        setting == null ? "" : setting.value(),
        setting == null ? "" : setting.byDefault(),
        setting == null ? Interval.ALL : range(component.getName(), setting.range()));
  }

  private static Interval range(String name, String range) {
    try {
      return Interval.parse(range);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Messages.wrongRange(name, range), e);
    }
  }

  boolean isOptional() {
    return type instanceof OptionalType;
  }

  boolean isRequired() {
    return byDefault.isEmpty() && !isOptional();
  }

  @Override
  public List<SettingField> fields() {
    return List.of(this);
  }

  @Override
  public SettingField with(Map<String, String> defaults) {
    return new SettingField(name, type, effect, defaults.getOrDefault(name, byDefault), range);
  }

  @Override
  public Object make(Map<String, Object> values) {
    return values.get(name);
  }

  @Override
  public void takeApart(Object value, Map<String, Object> values) {
    values.put(name, value);
  }
}
