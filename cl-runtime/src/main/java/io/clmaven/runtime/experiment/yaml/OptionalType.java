package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Optional}: a setting that may be left out without having a default. */
record OptionalType(SettingType value) implements SettingType {

  @Override
  public Optional<Object> bind(Node node, Site site) {
    return value.bind(node, site).map(Optional::of);
  }

  @Override
  public String words() {
    return value.words();
  }

  @Override
  public String phrase() {
    return value.phrase();
  }

  @Override
  public String hint() {
    return value.hint();
  }

  @Override
  public Optional<String> pathTo(String setting) {
    return value.pathTo(setting);
  }

  @Override
  public Stream<SettingDescription> parts(String path) {
    return value.parts(path);
  }

  /** Only called for a value that is there. */
  @Override
  public JsonNode write(Object optional) {
    return value.write(((Optional<?>) optional).orElseThrow());
  }

  @Override
  public ObjectNode schema(Interval range) {
    return value.schema(range);
  }
}
