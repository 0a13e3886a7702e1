package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A type whose values are single values. */
abstract class ScalarType implements SettingType {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public final Optional<Object> bind(Node node, Site site) {
    if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.VALUE) {
      return parse(scalar, site);
    }
    site.refuse(node, Messages.wrongKind(site, this, node));
    return Optional.empty();
  }

  /** Reads a text; empty after having told what is wrong. */
  abstract Optional<Object> parse(Node.Scalar scalar, Site site);

  final Optional<Object> refuse(Node.Scalar scalar, Site site, String advice) {
    site.refuse(scalar, Messages.wrongValue(site, this, scalar.text()) + advice);
    return Optional.empty();
  }

  static ObjectNode object() {
    return JSON.objectNode();
  }
}
