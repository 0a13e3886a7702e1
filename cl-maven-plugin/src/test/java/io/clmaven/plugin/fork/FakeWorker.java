package io.clmaven.plugin.fork;

import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A worker that behaves, or misbehaves, as its command says. */
public final class FakeWorker {

  private FakeWorker() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "good" -> good();
      case "crash" -> crash();
      case "memory" -> memory();
      case "data" -> data();
      case "hang" -> hang();
      case "no-bye" -> new Line(System.getenv("CL_TOKEN"), Event.PROTOCOL);
      case "huge" -> huge();
      case "wrong-token" -> new Line("guess", Event.PROTOCOL).say(new Event.Bye());
      case "wrong-protocol" -> wrongProtocol();
      case "kill" -> kill();
      case "wait" -> waitForParent(Path.of(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void good() throws IOException {
    Line line = welcome();
    line.raw("{\"event\":\"from-the-future\",\"x\":1}");
    line.raw("{\"event\":\"checkpointed\",\"step\":5,\"unknown\":true}");
    line.raw("no json at all");
    line.say(new Event.Bye());
    System.exit(0);
  }

  private static void crash() throws IOException {
    Line line = welcome();
    line.say(new Event.TrialStarted("gpm", 2, 10, "onednn", "native", 0));
    line.say(new Event.TaskStarted(2, "permutation 3", 5));
    line.say(new Event.Progress(2, 4, 500, 6000, 0.25, 0.1));
    System.err.println("something native went wrong");
    System.exit(70);
  }

  private static void memory() throws IOException {
    Line line = welcome();
    line.say(new Event.Failed(ExitCode.OUT_OF_MEMORY, "Java heap space"));
    System.exit(4);
  }

  private static void data() throws IOException {
    Line line = welcome();
    line.say(new Event.Failed(ExitCode.DATA, "Cannot read 'x': it is damaged. Delete it."));
    System.exit(3);
  }

  private static void hang() throws Exception {
    welcome();
    Thread.currentThread().join();
  }

  private static void huge() throws IOException {
    Line line = welcome();
    String text = "x".repeat(1000);
    for (int i = 0; i < 50_000; i++) {
      System.out.println(text);
    }
    line.say(new Event.Bye());
    System.exit(0);
  }

  private static void wrongProtocol() throws Exception {
    new Line(System.getenv("CL_TOKEN"), 99);
    Thread.currentThread().join();
  }

  private static void kill() throws Exception {
    welcome();
    new ProcessBuilder("kill", "-KILL", Long.toString(ProcessHandle.current().pid())).start();
    Thread.currentThread().join();
  }

  private static void waitForParent(Path pid) throws Exception {
    welcome();
    Files.writeString(pid, Long.toString(ProcessHandle.current().pid()));
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(ExitCode.PARENT_GONE.code());
  }

  private static Line welcome() throws IOException {
    return new Line(System.getenv("CL_TOKEN"), Event.PROTOCOL);
  }

  /** The worker's end of the channel. */
  private static final class Line {

    private final PrintStream out;

    Line(String token, int protocol) throws IOException {
      int port = Integer.parseInt(System.getenv("CL_PORT"));
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
      say(new Event.Hello(token, protocol, "0.0.test", ProcessHandle.current().pid()));
    }

    void say(Event event) throws IOException {
      raw(Json.mapper().writerFor(Event.class).writeValueAsString(event));
    }

    void raw(String line) {
      List.of(line).forEach(out::println);
    }
  }
}
