package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash by which content is recognised.
 *
 * @param algorithm how it is computed
 * @param hex lower-case hex digits
 */
public record Checksum(Algorithm algorithm, String hex) {

  /** How a hash is computed. */
  public enum Algorithm {
    /** SHA-256. */
    SHA_256("SHA-256"),
    /** MD5, for files of which nothing better is known: it detects damage, but no forgery. */
    MD5("MD5");

    private final String standardName;

    Algorithm(String standardName) {
      this.standardName = standardName;
    }

    /** Returns a computation of such a hash. */
    public MessageDigest digest() {
      try {
        return MessageDigest.getInstance(standardName);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Returns the name that users know. */
    @Override
    public String toString() {
      return standardName;
    }
  }

  private static final int BUFFER_BYTES = 1 << 16;

  /** Returns a SHA-256 of these hex digits. */
  public static Checksum sha256(String hex) {
    return new Checksum(Algorithm.SHA_256, hex);
  }

  /** Returns an MD5 of these hex digits. */
  public static Checksum md5(String hex) {
    return new Checksum(Algorithm.MD5, hex);
  }

  /** Computes the hash of a file. */
  static Checksum of(Path file, Algorithm algorithm) throws IOException {
    MessageDigest digest = algorithm.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  /** Returns a name for files that no other hash has: the hex digits, marked unless SHA-256. */
  public String key() {
    return algorithm == Algorithm.SHA_256 ? hex : "md5-" + hex;
  }

  /** Returns algorithm and digits as messages name them. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
