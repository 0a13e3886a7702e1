package io.clmaven.runtime.worker.listing;

import java.net.URL;
import java.security.CodeSource;

/** Where a class comes from. */
final class Origin {

  private Origin() {}

  /** Returns the name of the jar, or the path of the folder. */
  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "" : of(source.getLocation());
  }

  static String of(URL location) {
    String path = location.getPath();
    return path.endsWith(".jar") ? path.substring(path.lastIndexOf('/') + 1) : path;
  }
}
