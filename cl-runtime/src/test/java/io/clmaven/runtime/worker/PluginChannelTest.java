package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PluginChannelTest {

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void saysHelloFirstAndThenWhatIsSent() throws IOException {
    PluginChannel channel = PluginChannel.connect(server.getLocalPort(), "secret");
    channel.send(new Event.Checkpointed(3));
    channel.send(new Event.Bye());
    channel.close();
    List<Event> events = receive();
    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            Event.Hello.class, hello -> assertThat(hello.token()).isEqualTo("secret"));
    assertThat(events.subList(1, 3)).containsExactly(new Event.Checkpointed(3), new Event.Bye());
  }

  @Test
  void aBrokenChannelDisturbsNobody() throws IOException {
    PluginChannel channel = PluginChannel.connect(server.getLocalPort(), "secret");
    server.accept().close();
    assertThatCode(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                channel.send(new Event.Log("warn", "x".repeat(100)));
              }
              channel.close();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void progressThatNobodyReadsIsDropped() throws IOException {
    PluginChannel channel = PluginChannel.connect(server.getLocalPort(), "secret");
    Event.Progress progress = new Event.Progress(0, 1, 2, 3, 0.5, 0.1);
    for (int i = 0; i < 1_000_000; i++) {
      channel.send(progress);
    }
    channel.send(new Event.Bye());
    Thread closer = new Thread(channel::close);
    closer.start();
    List<Event> events = receive();
    assertThat(events.size()).isLessThan(500_000);
    assertThat(events.get(events.size() - 1)).isEqualTo(new Event.Bye());
  }

  private List<Event> receive() throws IOException {
    try (Socket socket = server.accept()) {
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(PluginChannelTest::event).toList();
    }
  }

  private static Event event(String line) {
    try {
      return Json.mapper().readValue(line, Event.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
