package io.clmaven.runtime.data;

import io.clmaven.runtime.data.MiniImageNetCut.ClassList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of mini-ImageNet: which image shows which class. */
final class MiniImageNetIndex {

  static final String IMAGES = "images/";

  private static final Set<String> LISTS = Set.of("train.csv", "val.csv", "test.csv");
  private static final String HEADER = "filename,label";
  private static final int COLUMNS = 2;

  private final ImageSource source;
  private final Set<String> files;
  private final Map<String, List<String>> images = new LinkedHashMap<>(); // by class

  /**
   * Reads the lists.
   *
   * @throws DataException if one is missing or not what it should be
   */
  MiniImageNetIndex(ImageSource source, MiniImageNetCut cut) throws IOException {
    this.source = source;
    this.files = Set.copyOf(source.files());
    for (ClassList list : cut.lists()) {
      Map<String, List<String>> listed = read(list.file());
      check(list, listed, cut);
      images.putAll(listed);
    }
  }

  /** Tells by the name whether a file belongs to the data set. */
  static boolean isPart(String name) {
    return LISTS.contains(name) || name.startsWith(IMAGES) && ImageSource.isPicture(name);
  }

  /** Returns the names of the classes in the order of their labels. */
  List<String> classes() {
    return List.copyOf(images.keySet());
  }

  /** Returns the images of a class in the order of its list. */
  List<String> images(String name) {
    return images.get(name);
  }

  private Map<String, List<String>> read(String list) throws IOException {
    if (!files.contains(list)) {
      throw MiniImageNetMessages.noList(source.location(), list);
    }
    List<String> lines = new String(source.read(list), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw MiniImageNetMessages.badLine(source.location(), list, 1);
    }
    Map<String, List<String>> listed = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).strip().split(",");
      if (fields.length != COLUMNS) {
        throw MiniImageNetMessages.badLine(source.location(), list, i + 1);
      }
      String image = IMAGES + fields[0];
      if (!files.contains(image)) {
        throw MiniImageNetMessages.noImage(source.location(), list, image);
      }
      listed.computeIfAbsent(fields[1], name -> new ArrayList<>()).add(image);
    }
    return listed;
  }

  private void check(ClassList list, Map<String, List<String>> listed, MiniImageNetCut cut) {
    if (listed.size() != list.classes()) {
      throw MiniImageNetMessages.wrongClasses(source.location(), list, listed.size());
    }
    listed.forEach(
        (name, found) -> {
          if (images.containsKey(name)) {
            throw MiniImageNetMessages.listedTwice(source.location(), list.file(), name);
          }
          if (found.size() != cut.images()) {
            throw MiniImageNetMessages.wrongImages(
                source.location(), name, found.size(), cut.images());
          }
        });
  }
}
