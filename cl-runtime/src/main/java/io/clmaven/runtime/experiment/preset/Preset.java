package io.clmaven.runtime.experiment.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/**
 * A recipe that experiments extend: {@code extends: preset/<name>}.
 *
 * @param name its name
 * @param location the file on the class path
 */
public record Preset(String name, URL location) {

  /** What stands before the name in {@code extends} and in places. */
  public static final String PREFIX = "preset/";

  /** Returns the bytes of the file. */
  public byte[] read() {
    try (InputStream in = location.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read preset '%s'.".formatted(name), e);
    }
  }
}
