package io.clmaven.plugin.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Looks for an entry in jars and class folders without loading a class. */
final class ClasspathScan {

  private ClasspathScan() {}

  /** Returns the entries that hold a resource, in order. */
  static List<ClasspathEntry> holding(String resource, List<ClasspathEntry> entries) {
    return entries.stream().filter(entry -> holds(entry.file(), resource)).toList();
  }

  /** Returns whether a jar or folder holds a resource; an unreadable jar holds nothing. */
  static boolean holds(Path file, String resource) {
    if (Files.isDirectory(file)) {
      return Files.exists(file.resolve(resource));
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(resource) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
