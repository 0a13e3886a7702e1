package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * CUB-200-2011: 5,994 training and 5,794 test photographs of 200 species of birds, RGB, brought to
 * 224 x 224 by bilinear interpolation whatever their aspect ratio, as OpenCV does it. Levels are
 * rounded, where the code of TAG keeps fractions. Images of a part follow each other as in the
 * archive.
 *
 * <p>Size and MD5 of the archive are those that users of it have recorded; we could not check them
 * against the archive itself.
 */
public final class Cub200 extends PublishedDataSet {

  private static final int CLASSES = 200;
  private static final int SIZE = 224;

  private static final DataFile ARCHIVE =
      new DataFile(
          "cub-200-2011/CUB_200_2011.tgz",
          List.of(
              URI.create("https://data.caltech.edu/records/65de6-vp158/files/CUB_200_2011.tgz")),
          Packing.NONE,
          Checksum.md5("97eceeb196236b17998738112f37df78"),
          1_150_585_339);

  private final int size;

  /** Makes the data set; nothing is read. */
  public Cub200() {
    this(ARCHIVE, CLASSES, SIZE);
  }

  /** Makes the data set of another archive of the same form. */
  Cub200(DataFile archive, int classes, int size) {
    super(
        new Declaration(
            "cub-200-2011",
            "Birds: 5,994 training and 5,794 test images, RGB, 224 x 224, 200 classes.",
            "Wah, Branson, Welinder, Perona and Belongie, The Caltech-UCSD Birds-200-2011 Dataset,"
                + " 2011; non-commercial research only",
            Declaration.None.class),
        List.of(archive),
        new ImageForm(List.of(3, size, size), classes));
    this.size = size;
  }

  @Override
  String reader() {
    return "cub-200-2011-1 " + size;
  }

  @Override
  PackedContent content(List<SourceFile> sources) {
    SourceFile archive = sources.get(0);
    int classes = form(new Declaration.None()).orElseThrow().classes();
    return new CubContent(archive, new CubIndex(archive, classes), size);
  }

  @Override
  public Optional<TrainingImages> trainingImages(Record parameters) {
    return Optional.of(new TrainingImages(5_994, 30));
  }
}
