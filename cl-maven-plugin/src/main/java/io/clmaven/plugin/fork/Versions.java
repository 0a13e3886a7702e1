package io.clmaven.plugin.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions this plugin was built with; the parent POM is their only source. */
public final class Versions {

  private final Properties values;

  Versions(Properties values) {
    this.values = values;
  }

  /** Returns the versions filtered into this plugin when it was built. */
  public static Versions ofThisBuild() {
    Properties values = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      values.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(values);
  }

  /** Returns the version of the plugin, which is that of cl-runtime. */
  public String plugin() {
    return get("plugin");
  }

  String get(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("versions.properties has no '%s'".formatted(name));
    }
    return value;
  }
}
