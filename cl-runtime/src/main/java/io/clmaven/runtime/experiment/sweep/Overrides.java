package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.plan.Json;
import java.util.Collection;

/** What an experiment sets to be like one point, beside what it extends. */
final class Overrides {

  private static final int TOP = 1;

  private final JsonNode configuration;
  private final ObjectNode settings = Json.mapper().createObjectNode();

  private Overrides(JsonNode configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns the settings at some paths of an effective configuration, with all groups on the way.
   */
  static ObjectNode of(JsonNode configuration, Collection<SettingPath> paths) {
    Overrides overrides = new Overrides(configuration);
    paths.forEach(overrides::copy);
    return overrides.settings;
  }

  /**
   * Copies what is at a path. A file need not have the components inside a group, which have
   * defaults: they are copied as a whole, since a name alone may lack required settings.
   */
  private void copy(SettingPath path) {
    JsonNode from = configuration;
    ObjectNode into = settings;
    for (int i = 0; i < path.steps().size(); i++) {
      String key = ((SettingPath.Key) path.steps().get(i)).name();
      boolean isLast = i == path.steps().size() - 1;
      if (from.has(SettingPath.COMPONENT) && i > TOP) {
        into.setAll((ObjectNode) from);
        return;
      }
      if (from.has(SettingPath.COMPONENT)) {
        into.set(SettingPath.COMPONENT, from.get(SettingPath.COMPONENT));
      }
      if (isLast || path.steps().get(i + 1) instanceof SettingPath.Element) {
        into.set(key, from.has(key) ? from.get(key) : into.nullNode());
        return; // lists are replaced as a whole
      }
      from = from.path(key);
      into = into.withObjectProperty(key);
    }
  }
}
