package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A component with searched settings that an experiment of the winner has another one for.
 *
 * @param way where it stands
 * @param searched its name in the search
 * @param winner its name in the experiment of the winner
 */
record OtherComponent(String way, String searched, String winner) {

  /** Returns the first one on the way to a setting, if two configurations differ there. */
  static Optional<OtherComponent> onTheWay(SettingPath path, JsonNode searched, JsonNode winner) {
    JsonNode inSearch = searched;
    JsonNode afterwards = winner;
    for (int depth = 0; depth < path.steps().size(); depth++) {
      inSearch = step(inSearch, path.steps().get(depth));
      afterwards = step(afterwards, path.steps().get(depth));
      String before = name(inSearch);
      String after = name(afterwards);
      if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
        return Optional.of(new OtherComponent(path.way(depth + 1), before, after));
      }
    }
    return Optional.empty();
  }

  private static JsonNode step(JsonNode from, SettingPath.Step step) {
    if (step instanceof SettingPath.Key key) {
      return from.path(key.name());
    }
    return from.isArray() ? from.path(((SettingPath.Element) step).position()) : from;
  }

  private static String name(JsonNode group) {
    return group.path(SettingPath.COMPONENT).asText();
  }
}
