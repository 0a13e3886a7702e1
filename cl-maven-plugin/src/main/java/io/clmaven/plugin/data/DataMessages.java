package io.clmaven.plugin.data;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.IoCause;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.Checksum;
import io.clmaven.runtime.data.DataFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What users read about the data cache and about downloads. */
final class DataMessages {

  private DataMessages() {}

  static EnvironmentException offline(NeededFile needed, Path content, List<String> attempts) {
    DataFile file = needed.file();
    return new EnvironmentException(
        "Cannot download '%s': Maven is offline (-o) and the file is not in the data cache ('%s')."
                .formatted(file.path(), content)
            + " Run 'mvn cl:download-data' without -o, or fetch %s by hand, put it at '<folder>/%s'"
                .formatted(firstSource(file), file.path())
            + " and set -Dcl.data.mirror=<folder>. "
            + needed.sentence()
            + lines(attempts));
  }

  static EnvironmentException unpublished(NeededFile needed, List<String> attempts) {
    DataFile file = needed.file();
    return new EnvironmentException(
        "Cannot download '%s': nobody publishes this file, only a mirror can offer it. Put it at"
                .formatted(file.path())
            + " '<folder>/%s' and set -Dcl.data.mirror=<folder>. ".formatted(file.path())
            + needed.sentence()
            + lines(attempts));
  }

  static EnvironmentException failed(NeededFile needed, List<String> attempts) {
    return new EnvironmentException(
        "Cannot download '%s': no source delivered it. Check the network and the proxies in Maven's"
                .formatted(needed.file().path())
            + " settings, or set cl.data.mirror to another source. "
            + needed.sentence()
            + lines(attempts));
  }

  static ProjectException damaged(DataFile file, List<String> attempts) {
    return new ProjectException(
        "Cannot use '%s': its content is not the expected one (%d bytes, %s)."
                .formatted(file.path(), file.size(), file.checksum())
            + " Nothing was kept. Set cl.data.mirror to a source with the original content."
            + lines(attempts));
  }

  static EnvironmentException cannotStore(DataFile file, Path cache, IOException cause) {
    String advice =
        IoCause.isFullDisk(cause)
            ? "Free at least %s or set cl.data.cacheDirectory to another disk."
                .formatted(megabytes(file.size()))
            : "Check the permissions of the folder or set cl.data.cacheDirectory.";
    return new EnvironmentException(
        "Cannot store '%s' in the data cache '%s': %s. %s"
            .formatted(file.path(), cache, IoCause.of(cause), advice),
        cause);
  }

  static EnvironmentException locked(DataFile file, Path lock) {
    return new EnvironmentException(
        "Cannot download '%s': another build has held '%s' for an hour. Wait for it or end it."
            .formatted(file.path(), lock));
  }

  static EnvironmentException interrupted(DataFile file) {
    return new EnvironmentException(
        "Cannot download '%s': the build was interrupted. Run it again.".formatted(file.path()));
  }

  static String sizeMismatch(long found) {
    return "found %d bytes".formatted(found);
  }

  static String tooLong() {
    return "found more bytes than that";
  }

  static String hashMismatch(Checksum found) {
    return "found %s".formatted(found);
  }

  static String noMirror(Path folder) {
    return "'%s' of cl.data.mirror: there is no such folder".formatted(folder);
  }

  static String withoutMirror(Path folder) {
    return "There is no folder '%s', which cl.data.mirror names: files come from their official sources."
        .formatted(folder);
  }

  static String attempt(URI source, String reason) {
    return "%s: %s".formatted(source, reason);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String firstSource(DataFile file) {
    return file.sources().isEmpty() ? "the file" : file.sources().get(0).toString();
  }

  private static String lines(List<String> attempts) {
    StringBuilder lines = new StringBuilder();
    attempts.forEach(line -> lines.append(System.lineSeparator()).append("  ").append(line));
    return lines.toString();
  }
}
