package io.clmaven.plugin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Style sheet and scripts of the report; all of them are part of the plugin. */
final class Assets {

  private static final String ECHARTS = "META-INF/maven/org.webjars.npm/echarts/pom.properties";

  private Assets() {}

  /** Returns the style sheet. */
  static String style() {
    return text("io/clmaven/plugin/report/report.css");
  }

  /** Returns the script that draws the charts. */
  static String script() {
    return text("io/clmaven/plugin/report/report.js");
  }

  /** Returns the chart library, Apache ECharts, from its webjar. */
  static String library() {
    Properties properties = new Properties();
    try (InputStream in = open(ECHARTS)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version");
    return text("META-INF/resources/webjars/echarts/%s/dist/echarts.min.js".formatted(version));
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("missing in the plugin: " + resource);
    }
    return in;
  }
}
