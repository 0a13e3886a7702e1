package io.clmaven.runtime.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.RuntimeVersion;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends events to the build as lines of JSON over a loopback socket, from a thread of its own: a
 * build that reads slowly or not at all costs the training nothing. Once broken it stays silent.
 */
final class PluginChannel implements Channel {

  private static final int BACKLOG = 256;
  private static final long CLOSING_MILLIS = 5000;

  private final Socket socket;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closing;

  private PluginChannel(Socket socket) {
    this.socket = socket;
    this.writer = new Thread(this::write, "cl-channel");
    writer.setDaemon(true);
  }

  /** Connects to a build and says hello with its token. */
  static PluginChannel connect(int port, String token) throws IOException {
    PluginChannel channel = new PluginChannel(new Socket(InetAddress.getLoopbackAddress(), port));
    channel.send(
        new Event.Hello(
            token, Event.PROTOCOL, RuntimeVersion.text(), ProcessHandle.current().pid()));
    channel.writer.start();
    return channel;
  }

  @Override
  public void send(Event event) {
    boolean optional = event instanceof Event.Progress || event instanceof Event.Heartbeat;
    if (closing || optional && lines.size() >= BACKLOG) {
      return;
    }
    try {
      lines.add(Json.mapper().writeValueAsString(event) + '\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() {
    try (OutputStream out = socket.getOutputStream()) {
      while (!closing || !lines.isEmpty()) {
        out.write(lines.take().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      closing = true;
      System.err.println("The channel to the build is broken: " + e.getMessage());
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  @Override
  public void close() {
    closing = true;
    lines.add("");
    try {
      writer.join(CLOSING_MILLIS);
      socket.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println("The channel to the build could not be closed: " + e.getMessage());
    }
  }
}
