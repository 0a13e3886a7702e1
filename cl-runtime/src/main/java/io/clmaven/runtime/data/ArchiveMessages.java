package io.clmaven.runtime.data;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import us.hebi.matlab.mat.types.MatlabType;

/** What this package tells the user about archives that are not what they should be. */
final class ArchiveMessages {

  private ArchiveMessages() {}

  static DataException noMember(SourceFile archive, String member) {
    return damaged(archive, "it has no member '%s'", member);
  }

  static DataException noImages(SourceFile archive, String folder) {
    return damaged(archive, "it has no image below '%s'", folder);
  }

  static DataException badImage(SourceFile archive, String member, String problem) {
    return damaged(archive, "its image '%s' cannot be read (%s)", member, problem);
  }

  static DataException wrongSide(SourceFile archive, String member, Planes image, int side) {
    return damaged(
        archive,
        "its image '%s' has %d x %d pixels, expected %d x %d",
        member,
        image.height(),
        image.width(),
        side,
        side);
  }

  static DataException wrongClasses(SourceFile archive, String member, int found, int expected) {
    return damaged(
        archive, "its member '%s' lists %d classes, expected %d", member, found, expected);
  }

  static DataException unknownClass(SourceFile archive, String member, int line, String id) {
    return damaged(archive, "line %d of '%s' names the unknown class '%s'", line, member, id);
  }

  static DataException badLine(SourceFile archive, String member, int line) {
    return damaged(archive, "line %d of '%s' is not readable", line, member);
  }

  static DataException unnamedClass(SourceFile archive, String member, String id) {
    return damaged(archive, "its member '%s' does not name class '%s'", member, id);
  }

  static DataException noEntry(SourceFile archive, String member, int image) {
    return damaged(archive, "its member '%s' has no line for image %d", member, image);
  }

  static DataException badEntry(SourceFile archive, String member, int image, String value) {
    return damaged(
        archive, "its member '%s' gives image %d the unknown '%s'", member, image, value);
  }

  static DataException wrongRecords(SourceFile archive, String member, long size, int record) {
    return damaged(
        archive, "its member '%s' has %d bytes, expected records of %d", member, size, record);
  }

  static DataException labelOutOfRange(
      SourceFile archive, CifarMember member, int label, int classes) {
    return damaged(
        archive,
        "label %d of record %d of '%s' is not one of the %d classes (0 to %d)",
        label,
        member.position(),
        member.name(),
        classes,
        classes - 1);
  }

  static DataException noMatFile(SourceFile file) {
    return damaged(file, "it is cut off or not a MATLAB file of level 5");
  }

  static DataException noVariable(SourceFile file, String variable) {
    return damaged(file, "it has no numeric variable '%s'", variable);
  }

  static DataException wrongVariable(SourceFile file, MatlabType type, int[] sizes) {
    String found = Arrays.stream(sizes).mapToObj(Integer::toString).collect(joining(" x "));
    return damaged(
        file, "its variable 'X' is %s of %s, expected uint8 of 32 x 32 x 3 x images", type, found);
  }

  static DataException wrongLabels(SourceFile file, int labels, int images) {
    return damaged(file, "its variable 'y' has %d labels for %d images", labels, images);
  }

  static DataException noDigit(SourceFile file, int label, int index) {
    return damaged(file, "label %d at position %d of 'y' is not one of 1 to 10", label, index);
  }

  static String skippedImages(SourceFile archive, List<String> problems) {
    return DataMessages.format(
        "Skipped %d unreadable images in '%s': %s.",
        problems.size(), archive.name(), String.join(", ", problems));
  }

  private static DataException damaged(SourceFile archive, String cause, Object... values) {
    return DataMessages.damaged(archive, DataMessages.format(cause, values));
  }
}
