package io.clmaven.plugin.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why an operation on a file failed, in words that fit into a sentence. */
public final class IoCause {

  private IoCause() {}

  /** Returns the cause, without the path and without a full stop. */
  public static String of(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "the permission is missing";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (isFullDisk(e)) {
      return "the disk is full";
    }
    String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    String words = text == null || text.isBlank() ? e.getClass().getSimpleName() : text.strip();
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /** Returns whether an operation failed because no space is left. */
  public static boolean isFullDisk(Exception e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("disk quota exceeded");
  }
}
