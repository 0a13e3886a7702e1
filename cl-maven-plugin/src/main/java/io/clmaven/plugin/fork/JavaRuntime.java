package io.clmaven.plugin.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java that runs workers.
 *
 * @param executable the {@code java} command
 * @param version feature version, for example 17
 * @param origin where the choice comes from, for messages
 */
public record JavaRuntime(Path executable, int version, String origin) {

  /** Oldest version that can run a worker. */
  public static final int OLDEST = 17;

  private static final Pattern VERSION =
      Pattern.compile("(?:JAVA_VERSION=|version )\"(?:1\\.)?(\\d+)");

  /**
   * Chooses a Java: the toolchain, then {@code cl.fork.jvm}, then the Java of Maven.
   *
   * @param toolchain {@code java} command of the toolchain
   * @param jvm Java home or {@code java} command that the user set
   */
  public static JavaRuntime choose(Optional<Path> toolchain, Optional<Path> jvm) {
    if (toolchain.isPresent()) {
      return at(toolchain.get(), "jdk toolchain");
    }
    return jvm.map(path -> at(path, "cl.fork.jvm"))
        .orElseGet(() -> at(Path.of(System.getProperty("java.home")), "the Java of Maven"));
  }

  private static JavaRuntime at(Path homeOrCommand, String origin) {
    Path command = command(homeOrCommand);
    if (!Files.isExecutable(command)) {
      throw ForkMessages.noJava(homeOrCommand, origin);
    }
    int version = version(command, origin);
    if (version < OLDEST) {
      throw ForkMessages.oldJava(homeOrCommand.toString(), origin, version);
    }
    return new JavaRuntime(command, version, origin);
  }

  private static Path command(Path homeOrCommand) {
    if (!Files.isDirectory(homeOrCommand)) {
      return homeOrCommand;
    }
    Path windows = homeOrCommand.resolve("bin").resolve("java.exe");
    return Files.exists(windows) ? windows : homeOrCommand.resolve("bin").resolve("java");
  }

  private static int version(Path command, String origin) {
    try {
      Path release = command.toRealPath().getParent().resolveSibling("release");
      String text = Files.exists(release) ? Files.readString(release) : ask(command);
      Matcher matcher = VERSION.matcher(text);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    } catch (IOException e) {
      throw ForkMessages.cannotStart(java.util.List.of(command.toString()), e);
    }
    throw ForkMessages.noJava(command, origin);
  }

  private static String ask(Path command) throws IOException {
    Process process =
        new ProcessBuilder(command.toString(), "-version").redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return String.join("\n", reader.lines().toList());
    }
  }
}
