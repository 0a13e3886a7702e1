package io.clmaven.plugin.data;

import static io.clmaven.plugin.data.DownloadsFixture.CONTENT;
import static io.clmaven.plugin.data.DownloadsFixture.HASH;
import static io.clmaven.plugin.data.DownloadsFixture.file;
import static io.clmaven.plugin.data.DownloadsFixture.gzip;
import static io.clmaven.plugin.data.DownloadsFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.Checksum;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Content that is not the expected one. */
class WrongContentTest extends CacheTest {

  @Test
  void refusesAndForgetsOtherContent() throws IOException {
    byte[] other = CONTENT.clone();
    other[5] = 'x';
    server.put("/x", other);

    assertThatThrownBy(() -> data.fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot use 'x': its content is not the expected one (100000 bytes, SHA-256 %s). Nothing was kept. Set cl.data.mirror to a source with the original content.
              %s: found SHA-256 %s"""
                .formatted(HASH, server.uri("/x"), hash(other)));
    assertThat(data.everythingIn("content")).isEmpty();
    assertThat(data.everythingIn("partial")).isEmpty();
  }

  @Test
  void verifiesTheMd5WhereThatIsAllThatIsKnown() throws IOException {
    server.put("/x", CONTENT);
    Checksum found = Checksum.md5(hash("MD5", CONTENT));
    Checksum other = Checksum.md5("0".repeat(32));

    data.fetch(data.file(found));

    assertThat(
            data.cache()
                .resolve("content/%s/md5-%s".formatted(found.hex().substring(0, 2), found.hex())))
        .hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> data.fetch(data.file(other)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot use 'x': its content is not the expected one (100000 bytes, MD5 %s). Nothing was kept. Set cl.data.mirror to a source with the original content.
              %s: found MD5 %s"""
                .formatted(other.hex(), server.uri("/x"), found.hex()));
  }

  @Test
  void refusesContentThatIsCutOff() throws IOException {
    byte[] packed = gzip(CONTENT);
    server.put("/x.gz", Arrays.copyOf(packed, packed.length / 2));

    assertThatThrownBy(() -> data.fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: the gzip file is damaged or cut off", server.uri("/x.gz"));
    assertThat(data.everythingIn("content")).isEmpty();
  }

  @Test
  void refusesAPageInsteadOfTheFile() {
    server.put("/x.gz", "<html>log in</html>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> data.fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: it is no gzip file", server.uri("/x.gz"));
  }

  @Test
  void stopsAGzipBomb() throws IOException {
    server.put("/x.gz", gzip(new byte[10_000_000]));

    assertThatThrownBy(() -> data.fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: found more bytes than that", server.uri("/x.gz"));
  }
}
