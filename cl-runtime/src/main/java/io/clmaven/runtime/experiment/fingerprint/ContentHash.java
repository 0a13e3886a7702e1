package io.clmaven.runtime.experiment.fingerprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The hash of what is in a folder of classes or a jar: names and content, no times. What Maven
 * writes about the build itself is left out.
 */
final class ContentHash {

  private static final int DIGITS = 16;

  private ContentHash() {}

  /** Returns 16 hex digits. */
  static String of(Path classes) {
    try {
      return ofLines(Files.isDirectory(classes) ? folder(classes) : jar(classes));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'.".formatted(classes), e);
    }
  }

  /** Returns 16 hex digits of the content of a file. */
  static String ofFile(Path file) {
    try {
      return hex(Files.readAllBytes(file)).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'.".formatted(file), e);
    }
  }

  /** Returns 16 hex digits of lines. */
  static String ofLines(List<String> lines) {
    return hex(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  private static List<String> folder(Path root) throws IOException {
    SortedMap<String, Path> byName = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> byName.put(root.relativize(file).toString().replace('\\', '/'), file));
    }
    byName.keySet().removeIf(ContentHash::isAboutTheBuild);
    List<String> lines = new ArrayList<>();
    for (SortedMap.Entry<String, Path> entry : byName.entrySet()) {
      lines.add(entry.getKey() + " " + hex(Files.readAllBytes(entry.getValue())));
    }
    return lines;
  }

  private static List<String> jar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(e -> !e.isDirectory() && !isAboutTheBuild(e.getName()))
          .map(e -> "%s %08x %d".formatted(e.getName(), e.getCrc(), e.getSize()))
          .sorted()
          .toList();
    }
  }

  private static boolean isAboutTheBuild(String name) {
    return name.startsWith("META-INF/maven/") || name.equals("META-INF/MANIFEST.MF");
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
