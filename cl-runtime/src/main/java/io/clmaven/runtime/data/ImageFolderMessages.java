package io.clmaven.runtime.data;

import static io.clmaven.runtime.data.DataMessages.error;
import static io.clmaven.runtime.data.DataMessages.format;
import static io.clmaven.runtime.data.DataMessages.reason;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@link ImageFolder} tells the user. */
final class ImageFolderMessages {

  private static final int LISTED = 10;

  private ImageFolderMessages() {}

  static DataException noImageFolder(Path directory) {
    return error(
        "Cannot read data set 'image-folder': there is no folder and no zip file '%s'. Set"
            + " 'directory' to one that holds train/<class>/ and test/<class>/.",
        directory);
  }

  static DataException noImages(Path directory, String split) {
    return error(
        "Cannot read data set 'image-folder': '%s' holds no JPEG or PNG file below"
            + " '%s/<class>/'. Set 'directory' to a folder or zip file with train/<class>/ and"
            + " test/<class>/.",
        directory, split);
  }

  static DataException unknownClass(Path directory, String name) {
    return error(
        "Cannot read data set 'image-folder': '%s' holds 'test/%s/' but no 'train/%s/'. Remove the"
            + " one or add the other.",
        directory, name, name);
  }

  static DataException cannotList(Path directory, IOException cause) {
    return error(
        "Cannot read data set 'image-folder' in '%s': %s. Check the folder or zip file.",
        directory, reason(cause));
  }

  static DataException badImages(Path directory, List<String> problems) {
    List<String> listed = problems.subList(0, Math.min(LISTED, problems.size()));
    String more = problems.size() > LISTED ? format(" and %d more", problems.size() - LISTED) : "";
    return error(
        "Cannot read %d of the images in '%s': %s%s. Repair or remove them, or set 'unreadable:"
            + " skip'.",
        problems.size(), directory, String.join(", ", listed), more);
  }

  static String skippedImages(Path directory, List<String> problems) {
    return format(
        "Skipped %d unreadable images in '%s': %s.",
        problems.size(), directory, String.join(", ", problems));
  }
}
