package io.clmaven.runtime.experiment.yaml;

import java.util.List;
import java.util.Optional;

/** The keys of a group that are no settings, and what they were meant as. */
final class UnknownSettings {

  private final RecordType type;
  private final Node.Mapping mapping;

  UnknownSettings(RecordType type, Node.Mapping mapping) {
    this.type = type;
    this.mapping = mapping;
  }

  /** Tells about each of them. */
  void tell(Site site) {
    for (String key : keys()) {
      Optional<String> path = type.elsewhere(key);
      String message =
          path.isPresent()
              ? Messages.misplacedSetting(key, site.subject(), path.get())
              : Messages.unknownSetting(key, site.subject(), type.known());
      site.problems().add(mapping.placeOf(key), message);
    }
  }

  /** Tells whether one of them is a misspelt form of one of these, which then is not missing. */
  boolean wereMeantAs(List<String> names) {
    return keys().stream()
        .anyMatch(key -> Nearest.to(key, type.known()).filter(names::contains).isPresent());
  }

  private List<String> keys() {
    List<String> names = type.names();
    return mapping.entries().keySet().stream().filter(key -> !names.contains(key)).toList();
  }
}
