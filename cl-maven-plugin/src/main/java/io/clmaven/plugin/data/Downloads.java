package io.clmaven.plugin.data;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;

/** Fetches the files that are not in the data cache. */
@Named
@Singleton
public class Downloads {

  private final RepositorySystem repositories;
  private final TransporterProvider transporters;

  @Inject
  public Downloads(RepositorySystem repositories, TransporterProvider transporters) {
    this.repositories = repositories;
    this.transporters = transporters;
  }

  /** Fetches, verifies and stores files; fails at the first one that no source delivers. */
  public void fetch(List<NeededFile> files, DownloadOptions options) {
    Map<String, NeededFile> distinct = new LinkedHashMap<>();
    files.forEach(needed -> distinct.putIfAbsent(needed.file().checksum().key(), needed));
    Transport remote =
        new MavenTransport(
            repositories, transporters, options.session(), line -> options.log().info(line));
    if (distinct.values().stream().anyMatch(needed -> isAbsent(needed, options))) {
      Mirror.of(options.mirror(), options.baseDirectory())
          .missingFolder()
          .ifPresent(folder -> options.log().warn(DataMessages.withoutMirror(folder)));
    }
    for (NeededFile needed : distinct.values()) {
      new Download(needed, options, remote).run();
    }
  }

  private static boolean isAbsent(NeededFile needed, DownloadOptions options) {
    return !Files.exists(options.store().content(needed.file()));
  }
}
