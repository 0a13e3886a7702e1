package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real worker in a JVM of its own, started as the build starts it. */
final class WorkerProcess implements AutoCloseable {

  private static final int SECONDS = 60;

  private final ServerSocket server;
  private final Process process;
  private final Socket socket;
  private final BufferedReader lines;

  private WorkerProcess(ServerSocket server, Process process) throws IOException {
    this.server = server;
    this.process = process;
    server.setSoTimeout(SECONDS * 1000);
    this.socket = server.accept();
    this.lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a trial whose parent is a process. */
  static WorkerProcess start(TinyProject project, String request, long parent, String... jvm)
      throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-XX:TieredStopAtLevel=1"); // starts faster
    command.addAll(List.of(jvm));
    command.add("-cp");
    command.add(project.classes() + File.pathSeparator + System.getProperty("java.class.path"));
    command.addAll(List.of(Worker.class.getName(), "trial", request));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(project.folder().resolve("output.log").toFile());
    builder.environment().put("CL_PORT", "" + server.getLocalPort());
    builder.environment().put("CL_TOKEN", "secret");
    builder.environment().put("CL_PARENT_PID", "" + parent);
    builder.environment().put("OMP_NUM_THREADS", "1");
    return new WorkerProcess(server, builder.start());
  }

  /** Waits for the next event of a kind; null when there is none any more. */
  <E extends Event> E await(Class<E> kind) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Event event = Json.mapper().readValue(line, Event.class);
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    return null;
  }

  /** Breaks the channel. */
  void hangUp() throws IOException {
    socket.close();
  }

  Process process() {
    return process;
  }

  /** Waits for the end of the process and returns its exit status. */
  int exit() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the worker does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    socket.close();
    server.close();
  }
}
