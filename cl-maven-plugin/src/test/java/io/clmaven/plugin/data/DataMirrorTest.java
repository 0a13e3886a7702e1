package io.clmaven.plugin.data;

import static io.clmaven.plugin.data.DownloadsFixture.CONTENT;
import static io.clmaven.plugin.data.DownloadsFixture.file;
import static io.clmaven.plugin.data.DownloadsFixture.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.junit.jupiter.api.Test;

/** Sources beside the official ones. */
class DataMirrorTest extends CacheTest {

  @Test
  void prefersTheMirror() throws IOException {
    server.put("/mirror/d/x.gz", gzip(CONTENT));

    data.fetch(
        Optional.of(server.uri("/mirror").toString()),
        file("d/x.gz", Packing.GZIP, server.uri("/official/x.gz")));

    assertThat(server.requests()).containsExactly("/mirror/d/x.gz");
  }

  @Test
  void takesAFolderWithSpacesAsMirror() throws IOException {
    Path mirror = folder.resolve("my data");
    Files.createDirectories(mirror.resolve("d"));
    Files.write(mirror.resolve("d/x.gz"), gzip(CONTENT));

    data.fetch(Optional.of("my data"), file("d/x.gz", Packing.GZIP));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void fallsBackFromTheMirrorToTheOfficialSource() throws IOException {
    server.put("/official/x", CONTENT);

    data.fetch(
        Optional.of(folder.toUri().toString()), file("x", Packing.NONE, server.uri("/official/x")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void ignoresMirrorsOfMavenRepositoriesButHonoursThoseOfData() throws IOException {
    server.put("/mirror/x", CONTENT);
    DefaultMirrorSelector selector = new DefaultMirrorSelector();
    selector.add(
        "nexus", "http://127.0.0.1:1/nexus", "default", false, false, "*", "default,legacy");
    selector.add(
        "data",
        server.uri("/mirror").toString(),
        MavenTransport.LAYOUT,
        false,
        false,
        "*",
        MavenTransport.LAYOUT);
    data.session().setMirrorSelector(selector);

    data.fetch(file("x", Packing.NONE, URI.create("http://data.invalid/x")));

    assertThat(server.requests()).containsExactly("/mirror/x");
  }

  @Test
  void refusesAMirrorThatIsNone() {
    assertThatThrownBy(() -> data.fetch(Optional.of("https://a b"), file("x", Packing.NONE)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use 'https://a b' of cl.data.mirror: it is neither a URL nor a path. Write for"
                + " example 'https://host/data' or '/srv/data'.");
  }

  @Test
  void takesAFolderAsMirrorOffline() throws IOException {
    data.session().setOffline(true);
    Files.write(folder.resolve("x"), CONTENT);

    data.fetch(
        Optional.of(folder.toString()), file("x", Packing.NONE, URI.create("https://host/x")));

    assertThat(Files.readAllBytes(data.content())).isEqualTo(CONTENT);
  }

  @Test
  void saysThatOnlyAMirrorHasAFileThatNobodyPublishes() {
    data.session().setOffline(true);

    assertThatThrownBy(() -> data.fetch(file("d/x.zip", Packing.NONE)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.zip': nobody publishes this file, only a mirror can offer it. Put"
                + " it at '<folder>/d/x.zip' and set -Dcl.data.mirror=<folder>."
                + " Needed by sweeps/paper.yaml, and by no experiment.");
  }

  @Test
  void saysThatTheMirrorLacksAFileThatNobodyPublishes() {
    assertThatThrownBy(
            () -> data.fetch(Optional.of(folder.toString()), file("d/x.zip", Packing.NONE)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.zip': nobody publishes this file, only a mirror can offer it. Put"
                + " it at '<folder>/d/x.zip' and set -Dcl.data.mirror=<folder>."
                + " Needed by sweeps/paper.yaml, and by no experiment."
                + "%n  file:%s: not found there".formatted(folder.resolve("d/x.zip")));
  }

  @Test
  void saysThatTheFolderOfTheMirrorIsNotThere() {
    Path missing = folder.resolve("dta");

    assertThatThrownBy(() -> data.fetch(Optional.of("dta"), file("d/x.zip", Packing.NONE)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.zip': nobody publishes this file, only a mirror can offer it. Put"
                + " it at '<folder>/d/x.zip' and set -Dcl.data.mirror=<folder>."
                + " Needed by sweeps/paper.yaml, and by no experiment."
                + "%n  '%s' of cl.data.mirror: there is no such folder".formatted(missing));
  }

  @Test
  void warnsOnceOfAFolderThatIsNotThereAndAsksTheOfficialSource() throws IOException {
    server.put("/official/x.gz", gzip(CONTENT));
    Path missing = folder.resolve("dta");
    DataFile file = file("d/x.gz", Packing.GZIP, server.uri("/official/x.gz"));

    data.fetch(Optional.of(missing.toString()), file);
    data.fetch(Optional.of(missing.toString()), file);

    assertThat(data.log())
        .filteredOn(line -> line.startsWith("WARN"))
        .containsExactly(
            "WARN There is no folder '%s', which cl.data.mirror names: files come from their official sources."
                .formatted(missing));
  }

  @Test
  void saysWhatToDoOffline() {
    data.session().setOffline(true);

    assertThatThrownBy(
            () -> data.fetch(file("d/x.gz", Packing.GZIP, URI.create("https://host/x.gz"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.gz': Maven is offline (-o) and the file is not in the data cache"
                + " ('%s'). Run 'mvn cl:download-data' without -o, or fetch https://host/x.gz by"
                    .formatted(data.content())
                + " hand, put it at '<folder>/d/x.gz' and set -Dcl.data.mirror=<folder>."
                + " Needed by sweeps/paper.yaml, and by no experiment.");
  }

  @Test
  void saysWhatToDoOfflineWhenTheMirrorLacksTheFile() {
    data.session().setOffline(true);
    DataFile file = file("d/x", Packing.NONE, URI.create("https://host/x"));

    assertThatThrownBy(() -> data.fetch(Optional.of(folder.toString()), file))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x': Maven is offline (-o) and the file is not in the data cache"
                + " ('%s'). Run 'mvn cl:download-data' without -o, or fetch https://host/x by"
                    .formatted(data.content())
                + " hand, put it at '<folder>/d/x' and set -Dcl.data.mirror=<folder>."
                + " Needed by sweeps/paper.yaml, and by no experiment."
                + "%n  file:%s: not found there".formatted(folder.resolve("d/x")));
  }
}
