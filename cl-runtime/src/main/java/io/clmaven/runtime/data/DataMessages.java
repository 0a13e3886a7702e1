package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** What this package tells the user. */
final class DataMessages {

  private DataMessages() {}

  static DataException notInCache(String dataSet, String file) {
    return error(
        "Cannot read data set '%s': '%s' is not in the cache. Run `mvn cl:download-data`.",
        dataSet, file);
  }

  static DataException unreadable(SourceFile file, IOException cause) {
    return damaged(file, reason(cause));
  }

  static DataException headerTruncated(SourceFile file, int bytes) {
    return damaged(file, format("it ends inside its header of %d bytes", bytes));
  }

  static DataException wrongMagic(SourceFile file, int found, int expected) {
    return damaged(file, format("it starts with 0x%08x, expected 0x%08x", found, expected));
  }

  static DataException wrongElementType(SourceFile file, int type) {
    return damaged(
        file, format("its elements have type 0x%02x, expected 0x08 (unsigned bytes)", type));
  }

  static DataException swapped(SourceFile file, int found) {
    String images = "images (0x00000803)";
    String labels = "labels (0x00000801)";
    boolean foundLabels = found == IdxFile.LABELS;
    return error(
        "Cannot read '%s': it holds %s, expected %s. Check the order of the files of data set '%s',"
            + " or delete '%s' and run `mvn cl:download-data`.",
        file.name(),
        foundLabels ? labels : images,
        foundLabels ? images : labels,
        file.dataSet(),
        file.path());
  }

  static DataException wrongSizes(SourceFile file, int[] sizes) {
    return damaged(
        file, format("its header announces %s, expected positive sizes", elements(sizes)));
  }

  static DataException wrongLength(SourceFile file, int[] sizes, long expected, long found) {
    long difference = Math.abs(found - expected);
    return damaged(
        file,
        format(
            "its header announces %s, that is %d bytes, but it has %d bytes (%d %s)",
            elements(sizes),
            expected,
            found,
            difference,
            found < expected ? "are missing" : "too many"));
  }

  static DataException countsDiffer(
      SourceFile images, int imageCount, SourceFile labels, int labelCount) {
    return error(
        "Cannot read data set '%s': '%s' holds %d images, but '%s' holds %d labels. Delete '%s' and"
            + " '%s' and run `mvn cl:download-data`.",
        images.dataSet(),
        images.name(),
        imageCount,
        labels.name(),
        labelCount,
        images.path(),
        labels.path());
  }

  static DataException sizesDiffer(IdxPart train, IdxPart test) {
    return error(
        "Cannot read data set '%s': the images of '%s' are %d x %d, those of '%s' are %d x %d. Check"
            + " that both files belong to it.",
        train.images().dataSet(),
        train.images().name(),
        train.height(),
        train.width(),
        test.images().name(),
        test.height(),
        test.width());
  }

  static DataException labelOutOfRange(SourceFile file, int index, int label, int classes) {
    return damaged(
        file,
        format(
            "label %d at position %d is not one of the %d classes (0 to %d)",
            label, index, classes, classes - 1));
  }

  static DataException wrongHash(SourceFile file, Checksum found, Checksum expected) {
    return damaged(
        file, format("its %s is %s, expected %s", found.algorithm(), found.hex(), expected.hex()));
  }

  static DataException cannotPack(Path file, IOException cause) {
    return new DataException(
        format(
            "Cannot write the packed data set '%s': %s. Make room or rights there, or set"
                + " `cl.data.cacheDirectory` to another folder.",
            file, reason(cause)),
        cause);
  }

  static String damaged(Path file, IOException cause) {
    return format("Packed data set '%s' is damaged (%s): building it again.", file, reason(cause));
  }

  static String waiting(Path file) {
    return format("Waiting for another process that builds the packed data set '%s'.", file);
  }

  static DataException damaged(SourceFile file, String cause) {
    return error(
        "Cannot read '%s': %s. Delete '%s' and run `mvn cl:download-data`.",
        file.name(), cause, file.path());
  }

  private static String elements(int[] sizes) {
    return sizes.length == 1
        ? format("%d labels", sizes[0])
        : format("%d images of %d x %d", sizes[0], sizes[1], sizes[2]);
  }

  /** Says why in a few words; messages of the JDK often hold the path only. */
  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof FileAlreadyExistsException file) {
      return format("'%s' is not a folder", file.getFile());
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return cause.getMessage();
  }

  static DataException error(String text, Object... values) {
    return new DataException(format(text, values));
  }

  static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
