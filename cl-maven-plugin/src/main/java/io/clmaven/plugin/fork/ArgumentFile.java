package io.clmaven.plugin.fork;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An argument file of the {@code java} command: no length limit, no shell. Every argument is
 * quoted; quotes and backslashes inside are escaped.
 */
final class ArgumentFile {

  private ArgumentFile() {}

  /** Writes the arguments, one per line, and returns the argument that names the file. */
  static String write(Path file, List<String> arguments) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(arguments), launcherCharset());
    } catch (IOException e) {
      throw ForkMessages.cannotWrite(file, e);
    }
    return "@" + file;
  }

  static String text(List<String> arguments) {
    return arguments.stream().map(ArgumentFile::quote).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quote(String argument) {
    String escaped =
        argument
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return '"' + escaped + '"';
  }

  /** The launcher reads the file in the platform's encoding, before any system property counts. */
  private static Charset launcherCharset() {
    String name = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }
}
