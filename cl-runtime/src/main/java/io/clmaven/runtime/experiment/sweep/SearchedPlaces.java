package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places of a configuration that a point sets, with those on the way to them. */
final class SearchedPlaces {

  private final JsonNode configuration;
  private final Set<JsonPointer> places = new HashSet<>();

  private SearchedPlaces(JsonNode configuration) {
    this.configuration = configuration;
  }

  static Set<JsonPointer> of(JsonNode configuration, Map<SettingPath, Node> point) {
    SearchedPlaces searched = new SearchedPlaces(configuration);
    point.forEach((path, value) -> searched.inside(searched.end(path), value));
    return searched.places;
  }

  private JsonPointer end(SettingPath path) {
    JsonPointer place = JsonPointer.empty();
    for (SettingPath.Step step : path.steps()) {
      if (step instanceof SettingPath.Key key) {
        place = place.appendProperty(key.name());
      } else if (configuration.at(place).isArray()) {
        place = place.appendIndex(((SettingPath.Element) step).position());
      }
      places.add(place);
    }
    return place;
  }

  /** A value that is a group, or a list of groups, sets what is written in it. */
  private void inside(JsonPointer place, Node value) {
    if (value instanceof Node.Mapping group) {
      group
          .entries()
          .forEach(
              (key, entry) -> {
                JsonPointer setting = place.appendProperty(key);
                places.add(setting);
                inside(setting, entry.value());
              });
    } else if (value instanceof Node.Sequence list) {
      List<Node> items = list.items();
      boolean isOne = !configuration.at(place).isArray(); // a list of one component is that
      for (int i = 0; i < items.size(); i++) {
        inside(isOne ? place : place.appendIndex(i), items.get(i));
      }
    }
  }
}
