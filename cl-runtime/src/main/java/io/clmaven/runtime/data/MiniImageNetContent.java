package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Filter;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.util.List;

/** Images of mini-ImageNet, decoded one by one while they are packed. */
final class MiniImageNetContent implements PackedContent {

  private final ImageSource source;
  private final MiniImageNetCut cut;
  private final MiniImageNetIndex index;

  /**
   * Reads the lists.
   *
   * @throws DataException if one is missing or not what it should be
   */
  MiniImageNetContent(ImageSource source, MiniImageNetCut cut) {
    this.source = source;
    this.cut = cut;
    try {
      this.index = new MiniImageNetIndex(source, cut);
    } catch (IOException e) {
      throw MiniImageNetMessages.unreadable(source.location(), e);
    }
  }

  @Override
  public List<Integer> shape() {
    return cut.shape();
  }

  @Override
  public List<String> classes() {
    return index.classes();
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    write(Split.TRAIN, 0, cut.train(), writer);
    write(Split.TEST, cut.train(), cut.images(), writer);
  }

  private void write(Split split, int from, int to, PackedWriter writer) throws IOException {
    List<String> classes = index.classes();
    for (int label = 0; label < classes.size(); label++) {
      for (String image : index.images(classes.get(label)).subList(from, to)) {
        writer.add(split, label, decode(image));
      }
    }
  }

  private byte[] decode(String image) {
    try {
      return ImageDecoder.decode(source.read(image), Channels.RGB).resized(cut.size(), Filter.AREA);
    } catch (IOException e) {
      throw MiniImageNetMessages.badImage(source.location(), image, e);
    }
  }
}
