package io.clmaven.runtime.experiment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

  @TempDir Path folder;

  @Test
  void timesDoNotMatter() throws IOException {
    Path file = write("lab/A.class", "a");
    String before = ContentHash.of(folder);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(ContentHash.of(folder)).isEqualTo(before).hasSize(16);
  }

  @Test
  void contentAndNamesMatter() throws IOException {
    write("lab/A.class", "a");
    String before = ContentHash.of(folder);
    write("lab/A.class", "b");
    String changed = ContentHash.of(folder);
    Files.move(folder.resolve("lab/A.class"), folder.resolve("lab/B.class"));
    assertThat(ContentHash.of(folder)).isNotEqualTo(changed);
    assertThat(changed).isNotEqualTo(before);
  }

  @Test
  void whatMavenWritesAboutTheBuildDoesNotMatter() throws IOException {
    write("lab/A.class", "a");
    String before = ContentHash.of(folder);
    write("META-INF/maven/lab/pom.properties", "#now");
    write("META-INF/MANIFEST.MF", "Build-Jdk: 17");
    assertThat(ContentHash.of(folder)).isEqualTo(before);
  }

  @Test
  void jarsBuiltAtDifferentTimesAreEqual() throws IOException {
    assertThat(ContentHash.of(jar("one.jar", "a", 1_000_000_000_000L)))
        .isEqualTo(ContentHash.of(jar("two.jar", "a", 1_500_000_000_000L)))
        .isNotEqualTo(ContentHash.of(jar("three.jar", "b", 1_000_000_000_000L)));
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Path jar(String name, String content, long time) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("lab/A.class");
      entry.setTime(time);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
