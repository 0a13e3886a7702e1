package io.clmaven.plugin.data;

import io.clmaven.runtime.data.DataStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystemSession;

/**
 * How files are fetched.
 *
 * @param store the data cache
 * @param mirror URL or path below which files are looked up first
 * @param baseDirectory what a relative path of a mirror is relative to
 * @param session repository session of the build: network settings and whether it is offline
 * @param retryDelay pause before the second try of a source that may recover; it doubles each time
 * @param log the build log
 */
public record DownloadOptions(
    DataStore store,
    Optional<String> mirror,
    Path baseDirectory,
    RepositorySystemSession session,
    Duration retryDelay,
    Log log) {}
