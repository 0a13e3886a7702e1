package io.clmaven.runtime.experiment.yaml;

import java.util.List;
import java.util.Optional;

/** The keys of a group that are no settings, and what they were meant as. */
final class UnknownSettings {

  private final List<SettingField> fields;
  private final List<String> names;
  private final Node.Mapping mapping;

  UnknownSettings(List<SettingField> fields, Node.Mapping mapping) {
    this.fields = fields;
    this.names = fields.stream().map(SettingField::name).toList();
    this.mapping = mapping;
  }

  /** Tells about each of them. */
  void tell(Site site) {
    for (String key : keys()) {
      Optional<String> group = group(key);
      String message =
          group.isPresent()
              ? Messages.misplacedSetting(key, site.subject(), group.get())
              : Messages.unknownSetting(key, site.subject(), names);
      site.problems().add(mapping.placeOf(key), message);
    }
  }

  /** Tells whether one of them is a misspelt form of a setting, which then is not missing. */
  boolean wereMeantAs(SettingField field) {
    return keys().stream()
        .anyMatch(key -> Nearest.to(key, names).filter(field.name()::equals).isPresent());
  }

  private List<String> keys() {
    return mapping.entries().keySet().stream().filter(key -> !names.contains(key)).toList();
  }

  /** Returns the neighbouring group of settings that has a setting of that name. */
  private Optional<String> group(String key) {
    return fields.stream()
        .filter(f -> f.type() instanceof RecordType group && group.names().contains(key))
        .map(SettingField::name)
        .findFirst();
  }
}
