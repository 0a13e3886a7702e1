package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import java.util.List;

/**
 * A data set in the archive of Tiny ImageNet: {@code wnids.txt}, {@code words.txt}, training images
 * in a folder for each class, validation images in one folder with {@code val_annotations.txt}. The
 * test split is the validation part, since the labels of the official test images are not public.
 *
 * <p>Images follow each other by label and, within a class, in the alphabetical order of their
 * names. Grey images are repeated on three channels.
 */
abstract class TinyImageNetDataSet extends PublishedDataSet {

  static final int SIDE = 64;
  static final int CLASSES = 200;

  /** The 250 training images of each class that are at hand, and the whole validation part. */
  static final DataFile HALF =
      new DataFile(
          "tiny-imagenet-200/tiny-imagenet-200-half.zip",
          List.of(),
          DataFile.Packing.NONE,
          "7da8887e25231b4f2b9331e392a1e97f738e84b9f8851040e2ddbd9cf2f9a190",
          130_947_585);

  private final TinyImageNetCut cut;

  TinyImageNetDataSet(Declaration declaration, DataFile archive, TinyImageNetCut cut) {
    super(declaration, List.of(archive), new ImageForm(cut.shape(), cut.classes()));
    this.cut = cut;
  }

  @Override
  final String reader() {
    return "tiny-imagenet-1 " + cut;
  }

  @Override
  final PackedContent content(List<SourceFile> sources) {
    return TinyImageNetContent.open(sources.get(0), cut);
  }
}
