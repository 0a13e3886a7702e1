package io.clmaven.plugin.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Headless Chromium as a process: opens a page and returns what became of it. */
record Browser(Path executable) {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final Pattern CONSOLE = Pattern.compile(".*:CONSOLE.*");

  /** A page after its scripts ran: its document and the lines of its console. */
  record Opened(String document, List<String> console) {

    long count(String text) {
      return Pattern.compile(text, Pattern.LITERAL).matcher(document).results().count();
    }
  }

  /** Finds a browser on the path. */
  static Optional<Browser> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /** Opens a file. */
  Opened open(Path page, Path scratch, String... options) throws IOException, InterruptedException {
    Files.createDirectories(scratch);
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--window-size=1280,1000",
            "--virtual-time-budget=5000",
            "--enable-logging=stderr",
            "--v=0"));
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", page.toUri().toString()));
    Path document = scratch.resolve("document.html");
    Path log = scratch.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("the browser did not end within a minute: " + Files.readString(log));
    }
    List<String> console =
        Files.readString(log, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> CONSOLE.matcher(line).matches())
            .toList();
    return new Opened(Files.readString(document), console);
  }
}
