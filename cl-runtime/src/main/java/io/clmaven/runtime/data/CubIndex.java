package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text files of CUB-200-2011: every line is the number of a class or an image, from 1, and what
 * belongs to it.
 */
final class CubIndex {

  private static final String ROOT = "CUB_200_2011/";
  private static final String CLASSES = ROOT + "classes.txt";
  private static final String IMAGES = ROOT + "images.txt";
  private static final String LABELS = ROOT + "image_class_labels.txt";
  private static final String PARTS = ROOT + "train_test_split.txt";
  private static final Pattern LINE = Pattern.compile("(\\d{1,9}) (\\S+)");
  private static final String TRAIN = "1";
  private static final String TEST = "0";

  private final SourceFile archive;
  private final Map<String, byte[]> members;
  private final List<String> classes;
  private final Map<String, Image> images = new HashMap<>();

  /**
   * What is known of an image.
   *
   * @param label its class, from 0
   * @param split the part that it belongs to
   */
  record Image(int label, Split split) {}

  /**
   * Reads the text files of an archive.
   *
   * @param expected number of classes
   * @throws DataException if one is missing or wrong
   */
  CubIndex(SourceFile archive, int expected) {
    this.archive = archive;
    this.members = TarGz.read(archive, Set.of(CLASSES, IMAGES, LABELS, PARTS));
    this.classes = List.copyOf(column(CLASSES).values());
    if (classes.size() != expected) {
      throw ArchiveMessages.wrongClasses(archive, CLASSES, classes.size(), expected);
    }
    Map<Integer, String> labels = column(LABELS);
    Map<Integer, String> parts = column(PARTS);
    column(IMAGES)
        .forEach(
            (image, path) ->
                images.put(
                    ROOT + "images/" + path, new Image(label(labels, image), split(parts, image))));
  }

  private SortedMap<Integer, String> column(String member) {
    List<String> lines = new String(members.get(member), StandardCharsets.UTF_8).lines().toList();
    SortedMap<Integer, String> column = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i).strip());
      if (!line.matches()) {
        throw ArchiveMessages.badLine(archive, member, i + 1);
      }
      column.put(Integer.valueOf(line.group(1)), line.group(2));
    }
    return column;
  }

  private int label(Map<Integer, String> labels, int image) {
    String value = entry(LABELS, labels, image);
    for (int label = 0; label < classes.size(); label++) {
      if (value.equals(Integer.toString(label + 1))) {
        return label;
      }
    }
    throw ArchiveMessages.badEntry(archive, LABELS, image, value);
  }

  private Split split(Map<Integer, String> parts, int image) {
    String value = entry(PARTS, parts, image);
    return switch (value) {
      case TRAIN -> Split.TRAIN;
      case TEST -> Split.TEST;
      default -> throw ArchiveMessages.badEntry(archive, PARTS, image, value);
    };
  }

  private String entry(String member, Map<Integer, String> column, int image) {
    if (!column.containsKey(image)) {
      throw ArchiveMessages.noEntry(archive, member, image);
    }
    return column.get(image);
  }

  /** Returns the names of the classes in the order of their numbers. */
  List<String> classes() {
    return classes;
  }

  /** Returns what is known of the images, by the names of their members. */
  Map<String, Image> images() {
    return images;
  }
}
