package io.clmaven.runtime.worker.listing;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.worker.protocol.Listing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts a preset into the form of the listing. */
final class PresetItem {

  private PresetItem() {}

  /** Its summary is the first comment line of the file; its notes are the file. */
  static Listing.Item of(Preset preset) {
    List<String> lines = new String(preset.read(), StandardCharsets.UTF_8).lines().toList();
    String summary =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .findFirst()
            .map(line -> line.substring(1).strip())
            .orElse("");
    return new Listing.Item(
        Preset.PREFIX + preset.name(),
        summary,
        "",
        origin(preset),
        lines,
        List.of(),
        preset.twinOf().map(Preset.PREFIX::concat).orElse(Listing.NO_TWIN));
  }

  private static String origin(Preset preset) {
    String location = preset.location().toString();
    String root = location.substring(0, location.lastIndexOf("presets/"));
    return root.contains(".jar!/")
        ? root.replaceFirst(".*/([^/]+\\.jar)!/", "$1")
        : root.replaceFirst("^file:", "");
  }
}
