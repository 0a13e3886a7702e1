package io.clmaven.plugin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.Checksum;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import io.clmaven.runtime.data.DataStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

  private static final byte[] CONTENT =
      "0123456789".repeat(10_000).getBytes(StandardCharsets.UTF_8);
  private static final String HASH = hash(CONTENT);

  @TempDir Path folder;

  private final RecordingSupplier supplier = new RecordingSupplier();
  private DefaultRepositorySystemSession session;
  private Downloads downloads;
  private DataServer server;
  private Path cache;

  @BeforeEach
  void start() throws IOException {
    RepositorySystem system = supplier.get();
    downloads = new Downloads(system, supplier.transporters);
    session = MavenRepositorySystemUtils.newSession();
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(
            session, new LocalRepository(folder.resolve("repository").toFile())));
    session.setConfigProperty("aether.connector.http.retryHandler.interval", 1L);
    server = new DataServer();
    cache = folder.resolve("cache");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetchesAndUnwraps() throws IOException {
    server.put("/d/x.gz", gzip(CONTENT));

    fetch(file("d/x.gz", Packing.GZIP, server.uri("/d/x.gz")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
    assertThat(everythingIn("partial")).isEmpty();
  }

  @Test
  void fetchesNothingThatIsCached() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));

    fetch(file);
    fetch(file, file);

    assertThat(server.requests()).containsExactly("/x");
  }

  @Test
  void fetchesAgainWhatWasCutOffInTheCache() throws IOException {
    server.put("/x", CONTENT);
    Files.createDirectories(content().getParent());
    Files.writeString(content(), "0123");

    fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void keepsTheQueryOfASource() throws IOException {
    server.put("/get", CONTENT);

    fetch(file("x", Packing.NONE, server.uri("/get?id=a/b&c=1")));

    assertThat(server.requests()).containsExactly("/get?id=a/b&c=1");
  }

  @Test
  void prefersTheMirror() throws IOException {
    server.put("/mirror/d/x.gz", gzip(CONTENT));

    fetch(
        Optional.of(server.uri("/mirror").toString()),
        file("d/x.gz", Packing.GZIP, server.uri("/official/x.gz")));

    assertThat(server.requests()).containsExactly("/mirror/d/x.gz");
  }

  @Test
  void takesAFolderWithSpacesAsMirror() throws IOException {
    Path mirror = folder.resolve("my data");
    Files.createDirectories(mirror.resolve("d"));
    Files.write(mirror.resolve("d/x.gz"), gzip(CONTENT));

    fetch(Optional.of("my data"), file("d/x.gz", Packing.GZIP));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void fallsBackFromTheMirrorToTheOfficialSource() throws IOException {
    server.put("/official/x", CONTENT);

    fetch(
        Optional.of(folder.toUri().toString()), file("x", Packing.NONE, server.uri("/official/x")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void goesOnAfterABrokenConnection() throws IOException {
    server.put("/x", CONTENT);
    server.cutNextAt(70_000);

    fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(server.requests()).hasSize(2).first().isEqualTo("/x");
    assertThat(server.requests()).last().asString().startsWith("/x bytes=");
    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
    assertThat(everythingIn("partial")).isEmpty();
  }

  @Test
  void goesOnWhereADownloadWasCutOff() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    writePart(file, new String(CONTENT, StandardCharsets.UTF_8).substring(0, 30_000));

    fetch(file);

    assertThat(server.requests()).containsExactly("/x bytes=30000-");
    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void beginsAgainWhenTheRestOfAnotherFileWasThere() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    writePart(file, "y".repeat(30_000));

    fetch(file);

    assertThat(server.requests()).containsExactly("/x bytes=30000-", "/x");
    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void beginsAgainWhenThePartIsWholeButTheServerHasNoMore() throws IOException {
    server.put("/x", CONTENT);
    DataFile file = file("x", Packing.NONE, server.uri("/x"));
    writePart(file, new String(CONTENT, StandardCharsets.UTF_8));

    fetch(file);

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void triesABusyServerAgain() throws IOException {
    server.put("/x", CONTENT);
    server.failWith(500, 503, 429);

    fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(server.requests()).containsExactly("/x", "/x", "/x", "/x");
  }

  @Test
  void givesUpOnAServerThatStaysBusy() {
    server.failWith(500, 500, 500, 500, 500);

    assertThatThrownBy(() -> fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            """
            Cannot download 'x': no source delivered it. Check the network and the proxies in Maven's settings, or set cl.data.mirror to another source.
              %s: the server answered with status 500"""
                .formatted(server.uri("/x")));
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void asksOnceForAFileThatIsNotThere() {
    assertThatThrownBy(
            () -> fetch(file("x", Packing.NONE, server.uri("/x"), folder.resolve("y").toUri())))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            """
            Cannot download 'x': no source delivered it. Check the network and the proxies in Maven's settings, or set cl.data.mirror to another source.
              %s: not found there
              %s: not found there"""
                .formatted(server.uri("/x"), folder.resolve("y").toUri()));
    assertThat(server.requests()).containsExactly("/x");
  }

  @Test
  void refusesAndForgetsOtherContent() throws IOException {
    byte[] other = CONTENT.clone();
    other[5] = 'x';
    server.put("/x", other);

    assertThatThrownBy(() -> fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot use 'x': its content is not the expected one (100000 bytes, SHA-256 %s). Nothing was kept. Set cl.data.mirror to a source with the original content.
              %s: found SHA-256 %s"""
                .formatted(HASH, server.uri("/x"), hash(other)));
    assertThat(everythingIn("content")).isEmpty();
    assertThat(everythingIn("partial")).isEmpty();
  }

  @Test
  void verifiesTheMd5WhereThatIsAllThatIsKnown() throws IOException {
    server.put("/x", CONTENT);
    Checksum found = Checksum.md5(hash("MD5", CONTENT));
    Checksum other = Checksum.md5("0".repeat(32));

    fetch(file(found));

    assertThat(
            cache.resolve("content/%s/md5-%s".formatted(found.hex().substring(0, 2), found.hex())))
        .hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> fetch(file(other)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot use 'x': its content is not the expected one (100000 bytes, MD5 %s). Nothing was kept. Set cl.data.mirror to a source with the original content.
              %s: found MD5 %s"""
                .formatted(other.hex(), server.uri("/x"), found.hex()));
  }

  @Test
  void saysThatOnlyAMirrorHasAFileThatNobodyPublishes() {
    session.setOffline(true);

    assertThatThrownBy(() -> fetch(file("d/x.zip", Packing.NONE)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.zip': nobody publishes this file, only a mirror can offer it. Put"
                + " it at '<folder>/d/x.zip' and set -Dcl.data.mirror=<folder>.");
  }

  @Test
  void saysThatTheMirrorLacksAFileThatNobodyPublishes() {
    assertThatThrownBy(() -> fetch(Optional.of(folder.toString()), file("d/x.zip", Packing.NONE)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.zip': nobody publishes this file, only a mirror can offer it. Put"
                + " it at '<folder>/d/x.zip' and set -Dcl.data.mirror=<folder>."
                + "%n  file:%s: not found there".formatted(folder.resolve("d/x.zip")));
  }

  @Test
  void refusesContentThatIsCutOff() throws IOException {
    byte[] packed = gzip(CONTENT);
    server.put("/x.gz", java.util.Arrays.copyOf(packed, packed.length / 2));

    assertThatThrownBy(() -> fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: the gzip file is damaged or cut off", server.uri("/x.gz"));
    assertThat(everythingIn("content")).isEmpty();
  }

  @Test
  void refusesAPageInsteadOfTheFile() {
    server.put("/x.gz", "<html>log in</html>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: it is no gzip file", server.uri("/x.gz"));
  }

  @Test
  void stopsAGzipBomb() throws IOException {
    server.put("/x.gz", gzip(new byte[10_000_000]));

    assertThatThrownBy(() -> fetch(file("x.gz", Packing.GZIP, server.uri("/x.gz"))))
        .isInstanceOf(ProjectException.class)
        .hasMessageEndingWith("%s: found more bytes than that", server.uri("/x.gz"));
  }

  @Test
  void takesTheNextSourceAfterADamagedOne() throws IOException {
    server.put("/bad", "nothing".getBytes(StandardCharsets.UTF_8));
    server.put("/good", CONTENT);

    fetch(file("x", Packing.NONE, server.uri("/bad"), server.uri("/good")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void saysWhatToDoOffline() {
    session.setOffline(true);

    assertThatThrownBy(() -> fetch(file("d/x.gz", Packing.GZIP, URI.create("https://host/x.gz"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x.gz': Maven is offline (-o) and the file is not in the data cache"
                + " ('%s'). Run 'mvn cl:download-data' without -o, or fetch https://host/x.gz by"
                    .formatted(content())
                + " hand, put it at '<folder>/d/x.gz' and set -Dcl.data.mirror=<folder>.");
  }

  @Test
  void saysWhatToDoOfflineWhenTheMirrorLacksTheFile() {
    session.setOffline(true);
    DataFile file = file("d/x", Packing.NONE, URI.create("https://host/x"));

    assertThatThrownBy(() -> fetch(Optional.of(folder.toString()), file))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot download 'd/x': Maven is offline (-o) and the file is not in the data cache"
                + " ('%s'). Run 'mvn cl:download-data' without -o, or fetch https://host/x by"
                    .formatted(content())
                + " hand, put it at '<folder>/d/x' and set -Dcl.data.mirror=<folder>."
                + "%n  file:%s: not found there".formatted(folder.resolve("d/x")));
  }

  @Test
  void takesAFolderAsMirrorOffline() throws IOException {
    session.setOffline(true);
    Files.write(folder.resolve("x"), CONTENT);

    fetch(Optional.of(folder.toString()), file("x", Packing.NONE, URI.create("https://host/x")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
  }

  @Test
  void goesThroughTheProxyOfMavensSettings() throws IOException {
    server.put("/data/x", CONTENT);
    session.setProxySelector(
        new DefaultProxySelector()
            .add(new Proxy(Proxy.TYPE_HTTP, "127.0.0.1", server.port()), "localhost"));

    fetch(file("x", Packing.NONE, URI.create("http://data.invalid/data/x")));

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
    session.setAuthenticationSelector(selector);

    fetch(file("x", Packing.NONE, server.uri("/x")));

    assertThat(Files.readAllBytes(content())).isEqualTo(CONTENT);
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
    session.setMirrorSelector(selector);

    fetch(file("x", Packing.NONE, URI.create("http://data.invalid/x")));

    assertThat(server.requests()).containsExactly("/mirror/x");
  }

  @Test
  void refusesAMirrorThatIsNone() {
    assertThatThrownBy(() -> fetch(Optional.of("https://a b"), file("x", Packing.NONE)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use 'https://a b' of cl.data.mirror: it is neither a URL nor a path. Write for"
                + " example 'https://host/data' or '/srv/data'.");
  }

  @Test
  void saysWhatToDoWhenTheCacheCannotBeWritten() throws IOException {
    Files.writeString(cache, "a file where the cache should be");

    assertThatThrownBy(() -> fetch(file("x", Packing.NONE, server.uri("/x"))))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot lock '%s/locks/%s': ".formatted(cache, HASH));
  }

  private void fetch(DataFile... files) {
    fetch(Optional.empty(), files);
  }

  private void fetch(Optional<String> mirror, DataFile... files) {
    downloads.fetch(
        List.of(files),
        new DownloadOptions(
            new DataStore(cache),
            mirror,
            folder,
            session,
            Duration.ofMillis(1),
            new SystemStreamLog()));
  }

  private Path content() {
    return cache.resolve("content").resolve(HASH.substring(0, 2)).resolve(HASH);
  }

  private void writePart(DataFile file, String text) throws IOException {
    String name = "%s-%08x.part".formatted(HASH, file.sources().get(0).toString().hashCode());
    Path part = cache.resolve("partial").resolve(name);
    Files.createDirectories(part.getParent());
    Files.writeString(part, text);
  }

  private List<Path> everythingIn(String name) throws IOException {
    Path tree = cache.resolve(name);
    if (!Files.exists(tree)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static DataFile file(String path, Packing packing, URI... sources) {
    return new DataFile(path, List.of(sources), packing, HASH, CONTENT.length);
  }

  private DataFile file(Checksum checksum) {
    return new DataFile("x", List.of(server.uri("/x")), Packing.NONE, checksum, CONTENT.length);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String hash(byte[] bytes) {
    return hash("SHA-256", bytes);
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Maven's resolver outside Maven; keeps the transports that it makes. */
  private static final class RecordingSupplier extends RepositorySystemSupplier {

    private TransporterProvider transporters;

    @Override
    protected TransporterProvider getTransporterProvider(
        java.util.Map<String, org.eclipse.aether.spi.connector.transport.TransporterFactory>
            factories) {
      transporters = super.getTransporterProvider(factories);
      return transporters;
    }
  }
}
