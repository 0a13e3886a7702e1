package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text files of an archive of Tiny ImageNet: which classes there are, what they are called and
 * which validation image belongs to which.
 */
final class TinyImageNetIndex {

  private static final String ROOT = "tiny-imagenet-200/";
  static final String IDS = ROOT + "wnids.txt";
  private static final String WORDS = ROOT + "words.txt";
  private static final String ANNOTATIONS = ROOT + "val/val_annotations.txt";
  private static final String VALIDATION_IMAGES = ROOT + "val/images/";

  private final SourceFile source;
  private final ZipMembers zip;
  private final List<String> ids;
  private final Map<String, NavigableSet<String>> validation = new HashMap<>();

  /**
   * Reads the text files.
   *
   * @throws DataException if one is missing or wrong
   */
  TinyImageNetIndex(SourceFile source, ZipMembers zip) throws IOException {
    this.source = source;
    this.zip = zip;
    this.ids = lines(IDS);
    Set<String> known = new HashSet<>(ids);
    List<String> annotations = lines(ANNOTATIONS);
    for (int i = 0; i < annotations.size(); i++) {
      annotate(annotations.get(i).split("\t"), i + 1, known);
    }
  }

  private void annotate(String[] fields, int line, Set<String> known) {
    if (fields.length < 2) {
      throw ArchiveMessages.badLine(source, ANNOTATIONS, line);
    }
    String id = fields[1];
    if (!known.contains(id)) {
      throw ArchiveMessages.unknownClass(source, ANNOTATIONS, line, id);
    }
    String image = VALIDATION_IMAGES + fields[0];
    if (!zip.names().contains(image)) {
      throw ArchiveMessages.noMember(source, image);
    }
    validation.computeIfAbsent(id, key -> new TreeSet<>()).add(image);
  }

  /** Returns the ids of the classes in the order of {@code wnids.txt}. */
  List<String> ids() {
    return ids;
  }

  /**
   * Returns what the classes are called.
   *
   * @throws DataException if one has no name
   */
  List<String> names(List<String> chosen) throws IOException {
    Map<String, String> words = new HashMap<>();
    for (String line : lines(WORDS)) {
      int tab = line.indexOf('\t');
      words.put(line.substring(0, Math.max(0, tab)), line.substring(tab + 1));
    }
    return chosen.stream().map(id -> name(id, words)).toList();
  }

  private String name(String id, Map<String, String> words) {
    if (!words.containsKey(id)) {
      throw ArchiveMessages.unnamedClass(source, WORDS, id);
    }
    return words.get(id);
  }

  /**
   * Returns the training images of a class, in alphabetical order.
   *
   * @throws DataException if there is none
   */
  NavigableSet<String> training(String id) {
    String folder = ROOT + "train/" + id + "/images/";
    NavigableSet<String> images =
        zip.names().subSet(folder, true, folder + Character.MAX_VALUE, false);
    if (images.isEmpty()) {
      throw ArchiveMessages.noImages(source, folder);
    }
    return images;
  }

  /**
   * Returns the validation images of a class, in alphabetical order.
   *
   * @throws DataException if there is none
   */
  NavigableSet<String> validation(String id) {
    if (!validation.containsKey(id)) {
      throw ArchiveMessages.unnamedClass(source, ANNOTATIONS, id);
    }
    return validation.get(id);
  }

  private List<String> lines(String member) throws IOException {
    if (!zip.names().contains(member)) {
      throw ArchiveMessages.noMember(source, member);
    }
    return new String(zip.read(member), StandardCharsets.UTF_8).lines().toList();
  }
}
