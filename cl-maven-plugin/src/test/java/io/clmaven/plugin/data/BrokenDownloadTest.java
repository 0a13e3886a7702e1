package io.clmaven.plugin.data;

import static io.clmaven.plugin.data.DownloadsFixture.CONTENT;
import static io.clmaven.plugin.data.DownloadsFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Connections that break, and servers that do not answer. */
class BrokenDownloadTest extends CacheTest {

  @Test
  void goesOnAfterABrokenConnection() throws IOException {
    server.put("/x", CONTENT);
    server.cutNextAt(70_000);

    data.fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(server.requests()).hasSize(2).first().isEqualTo("/x");
    assertThat(server.requests()).last().asString().startsWith("/x bytes=");
    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
    assertThat(data.everythingIn("partial")).isEmpty();
  }

  @Test
  void goesOnWhereADownloadWasCutOff() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    data.writePart(file, new String(CONTENT, StandardCharsets.UTF_8).substring(0, 30_000));

    data.fetch(file);

    assertThat(server.requests()).containsExactly("/x bytes=30000-");
    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void beginsAgainWhenTheRestOfAnotherFileWasThere() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    data.writePart(file, "y".repeat(30_000));

    data.fetch(file);

    assertThat(server.requests()).containsExactly("/x bytes=30000-", "/x");
    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void beginsAgainWhenThePartIsWholeButTheServerHasNoMore() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    data.writePart(file, new String(CONTENT, StandardCharsets.UTF_8));

    data.fetch(file);

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void triesABusyServerAgain() throws IOException {
    server.put("/x", CONTENT);
    server.failWith(500, 503, 429);

    data.fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(server.requests()).containsExactly("/x", "/x", "/x", "/x");
  }

  @Test
  void givesUpOnAServerThatStaysBusy() {
    server.failWith(500, 500, 500, 500, 500);

    assertThatThrownBy(() -> data.fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            """
            Cannot download 'x': no source delivered it. Check the network and the proxies in Maven's settings, or set cl.data.mirror to another source. Needed by sweeps/paper.yaml, and by no experiment.
              %s: the server answered with status 500"""
                .formatted(server.uri("/x")));
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void asksOnceForAFileThatIsNotThere() {
    assertThatThrownBy(
            () ->
                data.fetch(file("x", Packing.NONE, server.uri("/x"), folder.resolve("y").toUri())))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            """
            Cannot download 'x': no source delivered it. Check the network and the proxies in Maven's settings, or set cl.data.mirror to another source. Needed by sweeps/paper.yaml, and by no experiment.
              %s: not found there
              %s: not found there"""
                .formatted(server.uri("/x"), folder.resolve("y").toUri()));
    assertThat(server.requests()).containsExactly("/x");
  }
}
