package io.clmaven.runtime.experiment.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A recipe that experiments extend: {@code extends: preset/<name>}.
 *
 * @param name its name
 * @param twinOf name of the preset whose small twin it is; empty if it is none
 * @param omission what it leaves to its user; empty if there is nothing
 * @param location the file on the class path that it is, or whose table it was made from
 * @param content makes its text
 */
public record Preset(
    String name,
    Optional<String> twinOf,
    Optional<Omission> omission,
    URL location,
    Supplier<byte[]> content) {

  /** What stands before the name in {@code extends} and in places. */
  public static final String PREFIX = "preset/";

  /** Makes a preset that is a file. */
  static Preset ofFile(String name, Optional<String> twinOf, URL location) {
    return new Preset(name, twinOf, Optional.empty(), location, () -> bytes(name, location));
  }

  /** Makes a preset that a table writes. */
  static Preset ofTable(WrittenPreset preset, URL table) {
    return new Preset(
        preset.name(),
        preset.twinOf(),
        preset.omission(),
        table,
        () -> preset.text().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String name, URL location) {
    try (InputStream in = location.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read preset '%s'.".formatted(name), e);
    }
  }

  /** Returns the experiment file. */
  public byte[] read() {
    return content.get();
  }
}
