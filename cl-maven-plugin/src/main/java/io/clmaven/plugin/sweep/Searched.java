package io.clmaven.plugin.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.util.ArrayList;
import java.util.List;

/** What a sweep was searched on: an experiment with settings that held in the search only. */
public final class Searched {

  private Searched() {}

  /** Returns a sentence in one line. */
  public static String text(SweepResult sweep) {
    List<String> overrides = new ArrayList<>();
    collect("", sweep.overrides(), overrides);
    return overrides.isEmpty()
        ? "Searched on %s, without overrides.".formatted(sweep.experiment())
        : "Searched on %s; in the search only: %s."
            .formatted(sweep.experiment(), String.join(", ", overrides));
  }

  private static void collect(String group, JsonNode settings, List<String> texts) {
    settings
        .properties()
        .forEach(
            setting -> {
              String path = group + setting.getKey();
              if (setting.getValue().isObject()) {
                collect(path + ".", setting.getValue(), texts);
              } else {
                texts.add("%s: %s".formatted(path, SettingNames.text(setting.getValue())));
              }
            });
  }
}
