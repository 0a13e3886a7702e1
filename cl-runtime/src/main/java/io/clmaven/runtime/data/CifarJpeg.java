package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import io.clmaven.runtime.data.ImageFolder.Channels;
import io.clmaven.runtime.data.ImageFolder.Filter;
import io.clmaven.runtime.data.ImageFolder.Settings;
import io.clmaven.runtime.data.ImageFolder.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A lossy stand-in for CIFAR-10: the same 50,000 training and 10,000 test images after JPEG
 * compression, in {@code train/<class>/} and {@code test/<class>/}. Nobody publishes the archive; a
 * mirror has to offer it.
 */
public final class CifarJpeg extends PublishedDataSet {

  private static final int SIDE = 32;
  private static final int CLASSES = 10;

  private static final DataFile ARCHIVE =
      new DataFile(
          "cifar10-jpeg/cifar10-jpeg.zip",
          List.of(),
          Packing.NONE,
          "907df706baa630e728c0dd0cf95d93045f34c1fdefda3fc050bc72d50b21c7ec",
          62_190_935);

  /** Makes the data set; nothing is read. */
  public CifarJpeg() {
    super(
        new Declaration(
            "cifar10-jpeg",
            "CIFAR-10 after JPEG compression: 50,000 training and 10,000 test images, RGB, 32 x"
                + " 32, 10 classes; from a mirror only.",
            "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, University of"
                + " Toronto, 2009; research only",
            Declaration.None.class),
        List.of(ARCHIVE),
        new ImageForm(List.of(3, SIDE, SIDE), CLASSES));
  }

  @Override
  String reader() {
    return "images-1";
  }

  @Override
  PackedContent content(List<SourceFile> sources) {
    SourceFile archive = sources.get(0);
    try {
      return new ImageContent(
          ArchiveSource.open(archive.path(), ImageSource::isImage),
          new Settings(archive.name(), SIDE, Channels.RGB, Filter.AREA, Unreadable.REFUSE));
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(TrainingImages.balanced(CLASSES, 5_000));
  }
}
