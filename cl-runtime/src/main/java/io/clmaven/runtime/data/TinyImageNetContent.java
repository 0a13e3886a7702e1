package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Filter;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;

/** Images of an archive of Tiny ImageNet, decoded one by one while they are packed. */
final class TinyImageNetContent implements PackedContent {

  private final SourceFile source;
  private final TinyImageNetCut cut;
  private final ZipMembers zip;
  private final TinyImageNetIndex index;
  private final List<String> ids; // in the order of the labels
  private final List<String> classes;

  private TinyImageNetContent(SourceFile source, TinyImageNetCut cut, ZipMembers zip)
      throws IOException {
    this.source = source;
    this.cut = cut;
    this.zip = zip;
    this.index = new TinyImageNetIndex(source, zip);
    this.ids = cut.choose(source, index.ids());
    this.classes = index.names(ids);
  }

  /**
   * Opens an archive and reads its text files.
   *
   * @throws DataException if it is not readable or not an archive of Tiny ImageNet
   */
  static TinyImageNetContent open(SourceFile source, TinyImageNetCut cut) {
    try {
      ZipMembers zip = new ZipMembers(source.path());
      try {
        return new TinyImageNetContent(source, cut, zip);
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw DataMessages.unreadable(source, e);
    }
  }

  @Override
  public List<Integer> shape() {
    return cut.shape();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    for (int label = 0; label < ids.size(); label++) {
      write(Split.TRAIN, label, index.training(ids.get(label)), writer);
    }
    for (int label = 0; label < ids.size(); label++) {
      write(Split.TEST, label, index.validation(ids.get(label)), writer);
    }
  }

  private void write(Split split, int label, NavigableSet<String> images, PackedWriter writer)
      throws IOException {
    for (String image : images) {
      writer.add(split, label, decode(image).resized(cut.size(), Filter.AREA));
    }
  }

  private Planes decode(String member) {
    Planes image;
    try {
      image = ImageDecoder.decode(zip.read(member), Channels.RGB);
    } catch (IOException e) {
      throw ArchiveMessages.badImage(source, member, e.getMessage());
    }
    if (image.height() != cut.side() || image.width() != cut.side()) {
      throw ArchiveMessages.wrongSide(source, member, image, cut.side());
    }
    return image;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
