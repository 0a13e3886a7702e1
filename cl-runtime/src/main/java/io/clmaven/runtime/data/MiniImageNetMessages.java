package io.clmaven.runtime.data;

import io.clmaven.runtime.data.MiniImageNetCut.ClassList;
import java.io.IOException;
import java.nio.file.Path;

/** What this package tells the user about mini-ImageNet. */
final class MiniImageNetMessages {

  private MiniImageNetMessages() {}

  static DataException notThere(Path path) {
    return error(
        "there is no folder, zip file or tar file '%s'. Put train.csv, val.csv and test.csv of Ravi"
            + " and Larochelle there, and the images into 'images/' beside them, or set"
            + " 'directory'.",
        path);
  }

  static DataException unreadable(Path path, IOException cause) {
    return error(
        "'%s': %s. Give a folder, a zip file or a tar file that is not compressed.",
        path, DataMessages.reason(cause));
  }

  static DataException noList(Path path, String list) {
    return error("'%s' holds no '%s'. Add the list of Ravi and Larochelle.", path, list);
  }

  static DataException badLine(Path path, String list, int line) {
    return error("line %d of '%s' in '%s' is not 'filename,label'. Repair it.", line, list, path);
  }

  static DataException noImage(Path path, String list, String image) {
    return error("'%s' in '%s' lists '%s', which is not there. Add it.", list, path, image);
  }

  static DataException wrongClasses(Path path, ClassList list, int found) {
    return error(
        "'%s' in '%s' lists %d classes, expected %d. Give the list of Ravi and Larochelle.",
        list.file(), path, found, list.classes());
  }

  static DataException listedTwice(Path path, String list, String name) {
    return error(
        "'%s' in '%s' lists class '%s', as another list does. Give the lists of Ravi and"
            + " Larochelle.",
        list, path, name);
  }

  static DataException wrongImages(Path path, String name, int found, int expected) {
    return error(
        "class '%s' in '%s' has %d images, expected %d. Give the lists of Ravi and Larochelle.",
        name, path, found, expected);
  }

  static DataException badImage(Path path, String image, IOException cause) {
    return error(
        "its image '%s' in '%s' cannot be read (%s). Replace it.", image, path, cause.getMessage());
  }

  private static DataException error(String text, Object... values) {
    return new DataException(
        "Cannot read data set 'mini-imagenet': " + DataMessages.format(text, values));
  }
}
