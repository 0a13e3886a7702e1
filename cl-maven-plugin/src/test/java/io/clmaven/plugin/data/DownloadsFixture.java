package io.clmaven.plugin.data;

import io.clmaven.plugin.progress.RecordingLog;
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
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.supplier.RepositorySystemSupplier;

/** A data cache that is filled from a server on this machine. */
final class DownloadsFixture implements AutoCloseable {

  static final byte[] CONTENT = "0123456789".repeat(10_000).getBytes(StandardCharsets.UTF_8);
  static final String HASH = hash("SHA-256", CONTENT);

  private final Path folder;
  private final Path cache;
  private final Downloads downloads;
  private final DefaultRepositorySystemSession session;
  private final DataServer server;
  private final RecordingLog log = new RecordingLog();

  /**
   * Starts a server that offers nothing.
   *
   * @param folder of the cache, and what a mirror is relative to
   */
  DownloadsFixture(Path folder) throws IOException {
    this.folder = folder;
    cache = folder.resolve("cache");
    RecordingSupplier supplier = new RecordingSupplier();
    RepositorySystem system = supplier.get();
    downloads = new Downloads(system, supplier.transporters);
    session = MavenRepositorySystemUtils.newSession();
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(
            session, new LocalRepository(folder.resolve("repository").toFile())));
    session.setConfigProperty("aether.connector.http.retryHandler.interval", 1L);
    server = new DataServer();
  }

  DefaultRepositorySystemSession session() {
    return session;
  }

  DataServer server() {
    return server;
  }

  /** Returns what was said. */
  List<String> log() {
    return log.lines();
  }

  Path cache() {
    return cache;
  }

  void fetch(DataFile... files) {
    fetch(Optional.empty(), files);
  }

  void fetch(Optional<String> mirror, DataFile... files) {
    downloads.fetch(
        Stream.of(files).map(file -> new NeededFile(file, List.of("sweeps/paper.yaml"))).toList(),
        new DownloadOptions(
            new DataStore(cache), mirror, folder, session, Duration.ofMillis(1), log));
  }

  Path content() {
    return cache.resolve("content").resolve(HASH.substring(0, 2)).resolve(HASH);
  }

  void writePart(DataFile file, String text) throws IOException {
    String name = "%s-%08x.part".formatted(HASH, file.sources().get(0).toString().hashCode());
    Path part = cache.resolve("partial").resolve(name);
    Files.createDirectories(part.getParent());
    Files.writeString(part, text);
  }

  List<Path> everythingIn(String name) throws IOException {
    Path tree = cache.resolve(name);
    if (!Files.exists(tree)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  static DataFile file(String path, Packing packing, URI... sources) {
    return new DataFile(path, List.of(sources), packing, HASH, CONTENT.length);
  }

  DataFile file(Checksum checksum) {
    return new DataFile("x", List.of(server.uri("/x")), Packing.NONE, checksum, CONTENT.length);
  }

  @Override
  public void close() {
    server.close();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static String hash(byte[] bytes) {
    return hash("SHA-256", bytes);
  }

  static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Maven's resolver outside Maven; keeps the transports that it makes. */
  private static final class RecordingSupplier extends RepositorySystemSupplier {

    private TransporterProvider transporters;

    @Override
    protected TransporterProvider getTransporterProvider(
        Map<String, TransporterFactory> factories) {
      transporters = super.getTransporterProvider(factories);
      return transporters;
    }
  }
}
