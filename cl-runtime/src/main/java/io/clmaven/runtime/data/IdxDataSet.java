package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data set whose publisher offers it in the IDX format of MNIST: two files of images and two of
 * labels, unsigned bytes. A data set of one's own is a public subclass with a public constructor
 * without arguments, registered in {@code META-INF/services/io.clmaven.runtime.data.DataSet}:
 *
 * <pre>{@code
 * public final class MyDigits extends IdxDataSet {
 *   public MyDigits() {
 *     super(
 *         new Declaration("my-digits", "Digits of ours.", "our lab", Declaration.None.class),
 *         new IdxFiles(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS),
 *         List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
 *   }
 * }
 * }</pre>
 *
 * <p>Reading is strict: magic number, element type, sizes, truncation, trailing bytes, label range
 * and the SHA-256 of the content are checked before anything is packed.
 */
public abstract class IdxDataSet implements DataSet {

  private final Declaration declaration;
  private final IdxFiles files;
  private final List<String> classes;

  /**
   * Says what the data set is.
   *
   * @param declaration name, summary and origin; the parameter record is {@link Declaration.None}
   * @param files the four files
   * @param classes names of the classes in the order of their labels
   */
  protected IdxDataSet(Declaration declaration, IdxFiles files, List<String> classes) {
    this.declaration = declaration;
    this.files = files;
    this.classes = List.copyOf(classes);
  }

  @Override
  public final Declaration declaration() {
    return declaration;
  }

  @Override
  public final List<DataFile> files(Record parameters) {
    return files.all();
  }

  @Override
  public final Optional<ImageForm> form(Record parameters) {
    return files.side().map(side -> new ImageForm(List.of(1, side, side), classes.size()));
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    int all = files.trainingLabels();
    return all > 0 ? Optional.of(new TrainingImages(all, all)) : Optional.empty();
  }

  @Override
  public final PackedDataSet open(Record parameters, DataStore store) {
    return PackedStore.open(store.packed(key()), () -> content(store));
  }

  private String key() {
    List<String> parts = new ArrayList<>();
    parts.add("idx-1");
    files.all().forEach(file -> parts.add(file.checksum().key()));
    parts.addAll(classes);
    return PackedStore.key(declaration.name(), parts);
  }

  private PackedContent content(DataStore store) {
    String name = declaration.name();
    return new IdxContent(
        classes,
        IdxPart.read(name, files.trainImages(), files.trainLabels(), store),
        IdxPart.read(name, files.testImages(), files.testLabels(), store));
  }
}
