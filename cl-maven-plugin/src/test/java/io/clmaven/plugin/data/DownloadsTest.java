package io.clmaven.plugin.data;

import static io.clmaven.plugin.data.DownloadsFixture.CONTENT;
import static io.clmaven.plugin.data.DownloadsFixture.HASH;
import static io.clmaven.plugin.data.DownloadsFixture.file;
import static io.clmaven.plugin.data.DownloadsFixture.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

/** Files that come into the cache as they should. */
class DownloadsTest extends CacheTest {

  @Test
  void saysHowMuchWasFetched() throws IOException {
    byte[] noise = new byte[1_000_000]; // which gzip makes no smaller
    new Random(1).nextBytes(noise);
    byte[] content = Arrays.copyOf(noise, 3_000_000);
    server.put("/x.gz", gzip(content));
    DataFile file =
        new DataFile(
            "x.gz",
            List.of(server.uri("/x.gz")),
            Packing.GZIP,
            DownloadsFixture.hash(content),
            content.length);

    data.fetch(file);

    assertThat(data.log())
        .containsExactly("INFO Downloaded 'x.gz' (1.0 MB) from %s".formatted(server.uri("/x.gz")));
  }

  @Test
  void fetchesAndUnwraps() throws IOException {
    server.put("/d/x.gz", gzip(CONTENT));

    data.fetch(file("d/x.gz", Packing.GZIP, server.uri("/d/x.gz")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
    assertThat(data.everythingIn("partial")).isEmpty();
  }

  @Test
  void fetchesNothingThatIsCached() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));

    data.fetch(file);
    data.fetch(file, file);

    assertThat(server.requests()).containsExactly("/x");
  }

  @Test
  void fetchesAgainWhatWasCutOffInTheCache() throws IOException {
    server.put("/x", CONTENT);
    Files.createDirectories(data.content().getParent());
    Files.writeString(data.content(), "0123");

    data.fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void keepsTheQueryOfASource() throws IOException {
    server.put("/get", CONTENT);

    data.fetch(file("x", Packing.NONE, server.uri("/get?id=a/b&c=1")));

    assertThat(server.requests()).containsExactly("/get?id=a/b&c=1");
  }

  @Test
  void goesThroughTheProxyOfMavensSettings() throws IOException {
    server.put("/data/x", CONTENT);
    data.session()
        .setProxySelector(
            new DefaultProxySelector()
                .add(new Proxy(Proxy.TYPE_HTTP, "127.0.0.1", server.port()), "localhost"));

    data.fetch(file("x", Packing.NONE, URI.create("http://data.invalid/data/x")));

    assertThat(server.requests()).containsExactly("http://data.invalid/data/x");
  }

  @Test
  void usesTheCredentialsOfTheServerNamedAsTheHost() throws IOException {
    server.put("/x", CONTENT);
    server.demand(
        "Basic "
            + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8)));
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    selector.add(
        "127.0.0.1", new AuthenticationBuilder().addUsername("me").addPassword("secret").build());
    data.session().setAuthenticationSelector(selector);

    data.fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void takesTheNextSourceAfterADamagedOne() throws IOException {
    server.put("/bad", "nothing".getBytes(StandardCharsets.UTF_8));
    server.put("/good", CONTENT);

    data.fetch(file("x", Packing.NONE, server.uri("/bad"), server.uri("/good")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void saysWhatToDoWhenTheCacheCannotBeWritten() throws IOException {
    Files.writeString(data.cache(), "a file where the cache should be");

    assertThatThrownBy(() -> data.fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot lock '%s/locks/%s': ".formatted(data.cache(), HASH));
  }
}
