package io.clmaven.runtime.data;

import java.net.URI;
import java.util.List;

/**
 * A file of a data set, as its publisher offers it.
 *
 * @param path place below a mirror and in messages, for example {@code
 *     mnist/train-images-idx3-ubyte.gz}
 * @param sources where it can be fetched, in order of preference
 * @param packing how the content is wrapped
 * @param checksum hash of the content after unwrapping: re-packed mirrors of the same content are
 *     as good as the original
 * @param size bytes of the content after unwrapping
 */
public record DataFile(
    String path, List<URI> sources, Packing packing, Checksum checksum, long size) {

  /** How a file is wrapped for transport. */
  public enum Packing {
    /** The content is the file. */
    NONE,
    /** One gzip member around the content. */
    GZIP
  }

  public DataFile {
    sources = List.copyOf(sources);
  }

  /** Describes a file whose SHA-256 is known. */
  public DataFile(String path, List<URI> sources, Packing packing, String sha256, long size) {
    this(path, sources, packing, Checksum.sha256(sha256), size);
  }
}
