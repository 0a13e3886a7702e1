package io.clmaven.plugin.data;

import io.clmaven.plugin.config.IoCause;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies from the file system; also works offline. */
final class FileTransport implements Transport {

  @Override
  public void fetch(URI source, Path part, long limit) throws SourceException {
    Path file = Path.of(source);
    try {
      if (Files.size(file) > limit) {
        throw new SourceException(
            SourceException.Kind.DAMAGED, "it is longer than %d bytes".formatted(limit));
      }
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      throw new SourceException(SourceException.Kind.PERMANENT, "not found there", e);
    } catch (IOException e) {
      throw new SourceException(SourceException.Kind.PERMANENT, IoCause.of(e), e);
    }
  }
}
