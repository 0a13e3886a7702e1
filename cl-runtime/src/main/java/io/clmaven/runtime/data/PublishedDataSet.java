package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A data set without parameters in files of a known form that are read where they lie. */
abstract class PublishedDataSet implements DataSet {

  private final Declaration declaration;
  private final List<DataFile> files;
  private final ImageForm form;

  /**
   * Says what the data set is.
   *
   * @param declaration name, summary and origin; the parameter record is {@link Declaration.None}
   * @param files what to download
   * @param form what the images are like
   */
  PublishedDataSet(Declaration declaration, List<DataFile> files, ImageForm form) {
    this.declaration = declaration;
    this.files = List.copyOf(files);
    this.form = form;
  }

  /** Returns the name and version of the reader; another version packs again. */
  abstract String reader();

  /**
   * Reads what is needed before the images are packed.
   *
   * @param sources the files in order; they are there and have the right hash
   */
  abstract PackedContent content(List<SourceFile> sources);

  @Override
  public final Declaration declaration() {
    return declaration;
  }

  @Override
  public final List<DataFile> files(Record parameters) {
    return files;
  }

  @Override
  public final Optional<ImageForm> form(Record parameters) {
    return Optional.of(form);
  }

  @Override
  public final PackedDataSet open(Record parameters, DataStore store) {
    return PackedStore.open(store.packed(key()), () -> content(checked(store)));
  }

  private String key() {
    List<String> parts = new ArrayList<>();
    parts.add(reader());
    files.forEach(file -> parts.add(file.checksum().key()));
    return PackedStore.key(declaration.name(), parts);
  }

  private List<SourceFile> checked(DataStore store) {
    List<SourceFile> sources = new ArrayList<>();
    for (DataFile file : files) {
      SourceFile source = SourceFile.of(declaration.name(), file, store);
      source.checkThere();
      source.checkHash(file);
      sources.add(source);
    }
    return sources;
  }
}
