package io.clmaven.plugin.data;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.DataFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The base below which files are looked up before their official sources. */
final class Mirror {

  private static final Pattern URL = Pattern.compile("(?i)(https?|file):.*");

  private final Optional<URI> base;

  private Mirror(Optional<URI> base) {
    this.base = base;
  }

  /**
   * Reads the parameter {@code cl.data.mirror}.
   *
   * @param text URL or path; empty for none
   * @param directory what a relative path is relative to
   */
  static Mirror of(Optional<String> text, Path directory) {
    return new Mirror(text.filter(t -> !t.isBlank()).map(t -> uri(t.trim(), directory)));
  }

  /** Returns where to look for a file, in order. */
  Stream<URI> sources(DataFile file) {
    Optional<URI> own = missingFolder().isPresent() ? Optional.empty() : base;
    return Stream.concat(
        own.map(uri -> uri.resolve(encoded(file.path()))).stream(), file.sources().stream());
  }

  /** Returns the folder of the mirror if it is one and is not there. */
  Optional<Path> missingFolder() {
    return base.filter(uri -> "file".equalsIgnoreCase(uri.getScheme()))
        .map(Path::of)
        .filter(folder -> !Files.isDirectory(folder));
  }

  private static URI uri(String text, Path directory) {
    String folder = text.endsWith("/") ? text : text + "/";
    try {
      return URL.matcher(text).matches()
          ? URI.create(folder)
          : URI.create(
              directory.resolve(text).toAbsolutePath().toUri().toString().replaceAll("/*$", "/"));
    } catch (IllegalArgumentException e) {
      throw new ProjectException(
          "Cannot use '%s' of cl.data.mirror: it is neither a URL nor a path. Write for example 'https://host/data' or '/srv/data'."
              .formatted(text));
    }
  }

  private static URI encoded(String path) {
    return URI.create(path.replace("%", "%25").replace(" ", "%20"));
  }
}
