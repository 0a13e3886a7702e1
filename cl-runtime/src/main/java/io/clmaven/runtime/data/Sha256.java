package io.clmaven.runtime.data;

import io.clmaven.runtime.data.Checksum.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 as lower-case hex digits. */
final class Sha256 {

  private Sha256() {}

  static String of(Path file) throws IOException {
    return Checksum.of(file, Algorithm.SHA_256).hex();
  }

  /** Hashes texts so that no two different lists give the same bytes. */
  static String of(List<String> texts) {
    MessageDigest digest = Algorithm.SHA_256.digest();
    for (String text : texts) {
      digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
