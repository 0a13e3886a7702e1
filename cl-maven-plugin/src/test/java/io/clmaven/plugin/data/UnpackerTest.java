package io.clmaven.plugin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

  private static final ArchiveLimits LIMITS = new ArchiveLimits(10, 1000);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tgz"})
  void unpacksTar(String name) throws IOException {
    Path archive = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(archive);
        OutputStream packed = name.endsWith("tar") ? file : new GZIPOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      add(tar, new TarArchiveEntry("d/"), "");
      add(tar, new TarArchiveEntry("d/e/x.txt"), "hello");
    }

    assertThat(unpack(archive).resolve("d/e/x.txt")).hasContent("hello");
  }

  @Test
  void unpacksZip() throws IOException {
    assertThat(unpack(zip("d/x.txt", "hello")).resolve("d/x.txt")).hasContent("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "d/../../x", "/etc/x", "..\\x", "C:\\x", "d/..", "..", "d/../e/x"})
  void refusesToLeaveTheFolder(String name) throws IOException {
    Path archive = zip(name, "evil");

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "Cannot unpack '%s': its entry '%s' leads out of the folder. Fetch the archive again from its publisher."
                .formatted(archive, name.replace('\\', '/')));
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK,
        TarConstants.LF_FIFO,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK
      })
  void refusesLinksAndDevices(byte kind) throws IOException {
    Path archive = folder.resolve("a.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      TarArchiveEntry entry = new TarArchiveEntry("link", kind);
      entry.setLinkName("/etc/passwd");
      add(tar, entry, "");
    }

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "Cannot unpack '%s': its entry 'link' is a link or a device. Fetch the archive again from its publisher."
                .formatted(archive));
  }

  @Test
  void refusesToUnpackMoreBytesThanAllowed() throws IOException {
    Path archive = zip("x", "y".repeat(1001));

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "Cannot unpack '%s': it unpacks to more than 1000 bytes. Fetch the archive again from its publisher."
                .formatted(archive));
  }

  @Test
  void refusesMoreEntriesThanAllowed() throws IOException {
    Path archive = folder.resolve("a.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      for (int i = 0; i < 11; i++) {
        add(tar, new TarArchiveEntry("x" + i), "");
      }
    }

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "Cannot unpack '%s': it has more than 10 entries. Fetch the archive again from its publisher."
                .formatted(archive));
  }

  @Test
  void refusesAnUnknownKind() throws IOException {
    Path archive = Files.writeString(folder.resolve("a.rar"), "?");

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "Cannot unpack '%s': it is neither zip nor tar nor tar.gz. Fetch the archive again from its publisher."
                .formatted(archive));
  }

  private Path unpack(Path archive) throws IOException {
    Path target = folder.resolve("out/deep");
    new Unpacker(LIMITS).unpack(archive, target);
    return target;
  }

  private Path zip(String name, String text) throws IOException {
    Path archive = folder.resolve("a.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
      zip.putArchiveEntry(new ZipArchiveEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    return archive;
  }

  private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
