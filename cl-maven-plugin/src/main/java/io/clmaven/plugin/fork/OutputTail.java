package io.clmaven.plugin.fork;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, however large the file is. */
final class OutputTail {

  private static final int LINES = 20;
  private static final int BYTES = 16 * 1024;
  private static final int LINE_LENGTH = 500;

  private OutputTail() {}

  /** Returns the last lines, long ones cut; none if the file cannot be read. */
  static List<String> of(Path file) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      int count = (int) Math.min(BYTES, log.length());
      byte[] bytes = new byte[count];
      log.seek(log.length() - count);
      log.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
          .map(line -> line.substring(0, Math.min(LINE_LENGTH, line.length())))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
