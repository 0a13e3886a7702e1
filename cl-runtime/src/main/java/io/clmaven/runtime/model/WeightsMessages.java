package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.UnsupportedModelException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What this package tells the user about files of weights. */
final class WeightsMessages {

  private WeightsMessages() {}

  static UnsupportedModelException notThere(Path file) {
    return error(
        file,
        "there is no such file. Set 'weights' to a safetensors file with the names of torchvision,"
            + " or to a model zip of DL4J.");
  }

  static UnsupportedModelException noSafeTensors(Path file) {
    return error(
        file,
        "it is cut off or neither a safetensors file nor a model zip of DL4J. Download or write it"
            + " again.");
  }

  static UnsupportedModelException unreadable(Path file, IOException cause) {
    return error(file, "%s. Check the file and its rights.", reason(cause));
  }

  /** Java says no more than the path of a file whose rights are missing. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "it may not be read";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  static UnsupportedModelException noTensor(Path file, String name) {
    return error(file, "it has no tensor '%s'. Give weights of the same network.", name);
  }

  static UnsupportedModelException unknownTensor(Path file, String name) {
    return error(
        file, "its tensor '%s' belongs to no layer. Give weights of the same network.", name);
  }

  static UnsupportedModelException wrongType(Path file, String name, String type) {
    return error(
        file,
        "its tensor '%s' has elements of type %s, expected F32. Convert them to single precision.",
        name,
        type);
  }

  static UnsupportedModelException wrongShape(
      Path file, String name, List<Integer> found, List<Integer> expected) {
    return error(
        file,
        "its tensor '%s' has shape %s, expected %s. Give weights of the same network.",
        name,
        found,
        expected);
  }

  static UnsupportedModelException wrongLength(Path file, String name, long found, long expected) {
    return error(
        file,
        "its tensor '%s' has %d bytes, expected %d. Download or write it again.",
        name,
        found,
        expected);
  }

  static UnsupportedModelException cutOff(Path file, String name) {
    return error(file, "it ends inside tensor '%s'. Download or write it again.", name);
  }

  private static UnsupportedModelException error(Path file, String cause, Object... values) {
    return new UnsupportedModelException(
        "Cannot read weights '%s': %s".formatted(file, String.format(Locale.ROOT, cause, values)));
  }
}
