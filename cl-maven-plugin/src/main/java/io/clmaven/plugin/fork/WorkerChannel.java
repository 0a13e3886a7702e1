package io.clmaven.plugin.fork;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The socket on which one worker reports: bound to the loopback address, for the one connection
 * that begins with the token and our version of the protocol. Lines that are no known event are
 * ignored.
 */
final class WorkerChannel implements AutoCloseable {

  private static final ObjectReader EVENTS =
      Json.mapper()
          .readerFor(Event.class)
          .without(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final int GREETING_MILLIS = 10_000;
  private static final long FINISH_MILLIS = 10_000;

  private final ServerSocket server;
  private final String token;
  private final Consumer<Event> listener;
  private final Thread reader = new Thread(this::serve, "cl worker channel");
  private volatile long lastSign = System.nanoTime();
  private volatile boolean ending;
  private volatile Event.Hello stranger;
  private volatile RuntimeException failure;
  private volatile Runnable onStranger = () -> {};

  private WorkerChannel(ServerSocket server, String token, Consumer<Event> listener) {
    this.server = server;
    this.token = token;
    this.listener = listener;
  }

  /** Opens a channel; events go to the listener on the channel's own thread, in order. */
  static WorkerChannel open(Consumer<Event> listener) {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    try {
      ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      return new WorkerChannel(server, HexFormat.of().formatHex(secret), listener);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot listen on the loopback address: %s. Check the network settings of this machine."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Begins to listen; runs the action if a worker speaks another protocol. */
  void start(Runnable whenMisunderstood) {
    onStranger = whenMisunderstood;
    reader.setDaemon(true);
    reader.start();
  }

  int port() {
    return server.getLocalPort();
  }

  String token() {
    return token;
  }

  /** Returns how long nothing was heard. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSign);
  }

  /** Returns the ending of a worker that speaks another protocol. */
  Optional<WorkerEnding> misunderstanding() {
    return Optional.ofNullable(stranger)
        .map(
            hello ->
                new WorkerEnding.Misunderstood(hello.protocol(), Event.PROTOCOL, hello.runtime()));
  }

  /** Waits, after the end of the process, until everything it sent was heard. */
  void finish() throws InterruptedException {
    ending = true;
    wake();
    reader.join(FINISH_MILLIS);
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends a wait for a connection; one that the worker made before is served first. */
  private void wake() {
    try {
      new Socket(server.getInetAddress(), server.getLocalPort()).close();
    } catch (IOException e) {
      close();
    }
  }

  private void serve() {
    boolean served = false;
    while (!served && !server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(GREETING_MILLIS);
        served = serve(socket) || ending;
      } catch (IOException e) {
        served = ending;
      }
    }
  }

  private boolean serve(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    if (!(event(lines.readLine()).orElse(null) instanceof Event.Hello hello) || !knows(hello)) {
      return false;
    }
    if (hello.protocol() != Event.PROTOCOL) {
      stranger = hello;
      onStranger.run();
      return true;
    }
    socket.setSoTimeout(0);
    hear(hello);
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        event(line).ifPresent(this::hear);
      }
    } catch (IOException e) {
      // A dying process resets its connection; how it died shows in its exit code.
      return true;
    }
    return true;
  }

  private boolean knows(Event.Hello hello) {
    return hello.token() != null
        && MessageDigest.isEqual(
            hello.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private void hear(Event event) {
    lastSign = System.nanoTime();
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private static Optional<Event> event(String line) {
    if (line == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(EVENTS.readValue(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    ending = true;
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
