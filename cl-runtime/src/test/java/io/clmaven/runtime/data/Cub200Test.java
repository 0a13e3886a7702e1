package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cub200Test {

  private static final String ROOT = "CUB_200_2011/";

  @TempDir Path cache;

  private ArchiveFixture fixture;

  /** Five images of two classes, one of them behind text files; each of one grey level. */
  @BeforeEach
  void makeArchive() {
    fixture =
        new ArchiveFixture(cache)
            .with("attributes.txt", "1 has_bill_shape::curved\n")
            .with(ROOT + "images/002.Crow/b_1.jpg", GeneratedPictures.jpeg(9, 5, 40))
            .with(ROOT + "images/001.Albatross/a_2.jpg", GeneratedPictures.jpeg(6, 8, 20))
            .with(ROOT + "images/001.Albatross/a_1.jpg", GeneratedPictures.jpeg(7, 8, 10))
            .with(ROOT + "classes.txt", "1 001.Albatross\n2 002.Crow\n")
            .with(
                ROOT + "images.txt",
                """
                1 001.Albatross/a_1.jpg
                2 001.Albatross/a_2.jpg
                3 001.Albatross/a_3.jpg
                4 002.Crow/b_1.jpg
                5 002.Crow/b_2.jpg
                """)
            .with(ROOT + "image_class_labels.txt", "1 1\n2 1\n3 1\n4 2\n5 2\n")
            .with(ROOT + "train_test_split.txt", "1 0\n2 1\n3 1\n4 1\n5 0\n")
            .with(ROOT + "images/001.Albatross/a_3.jpg", GeneratedPictures.jpeg(4, 4, 30))
            .with(ROOT + "images/002.Crow/b_2.jpg", GeneratedPictures.jpeg(5, 4, 50))
            .with(ROOT + "images/002.Crow/unlisted.jpg", "nobody looks at it");
  }

  @Test
  void dividesTheImagesAsTheListSays() {
    PackedDataSet packed = open();

    assertThat(packed.shape()).containsExactly(3, 4, 4);
    assertThat(packed.classes()).containsExactly("001.Albatross", "002.Crow");
    assertThat(GeneratedPictures.levels(packed, Split.TRAIN)).containsExactly(40, 20, 30);
    assertThat(GeneratedPictures.labels(packed, Split.TRAIN)).containsExactly(1, 0, 0);
    assertThat(GeneratedPictures.levels(packed, Split.TEST)).containsExactly(10, 50);
    assertThat(GeneratedPictures.labels(packed, Split.TEST)).containsExactly(0, 1);
  }

  @Test
  void interpolatesAsOpenCvDoesWhateverTheAspectRatio() {
    int[] levels = {
      0, 32, 66, 102, 140, 180, 222,
      224, 0, 34, 70, 108, 148, 190,
      206, 238, 16, 52, 90, 130, 172,
      202, 234, 12, 48, 86, 126, 168,
      212, 244, 22, 58, 96, 136, 178
    };
    int[] red = Arrays.stream(levels).map(level -> level << 16).toArray();
    fixture.with(ROOT + "images/002.Crow/b_1.jpg", GeneratedPictures.png(7, red));

    byte[] image = GeneratedPictures.image(open(), Split.TRAIN, 0);

    // cv2.resize(levels as float32, (4, 4)), rounded
    assertThat(Arrays.copyOf(image, 16))
        .isEqualTo(bytes(28, 67, 131, 202, 169, 32, 97, 168, 216, 18, 83, 154, 223, 25, 90, 161));
    assertThat(Arrays.copyOfRange(image, 16, 48)).containsOnly(0);
  }

  @Test
  void describesTheOfficialArchive() {
    DataFile archive = new Cub200().files(new Declaration.None()).get(0);

    assertThat(archive.path()).isEqualTo("cub-200-2011/CUB_200_2011.tgz");
    assertThat(archive.checksum()).hasToString("MD5 97eceeb196236b17998738112f37df78");
    assertThat(new Cub200().form(new Declaration.None()))
        .contains(new ImageForm(List.of(3, 224, 224), 200));
  }

  @Test
  void refusesAnArchiveWithoutTheSplit() {
    fixture.without(ROOT + "train_test_split.txt");

    assertRefused("it has no member 'CUB_200_2011/train_test_split.txt'");
  }

  @Test
  void refusesAnotherNumberOfClasses() {
    fixture.with(ROOT + "classes.txt", "1 001.Albatross\n2 002.Crow\n3 003.Owl\n");

    assertRefused("its member 'CUB_200_2011/classes.txt' lists 3 classes, expected 2");
  }

  @Test
  void refusesALineWithoutANumber() {
    fixture.with(ROOT + "images.txt", "1 001.Albatross/a_1.jpg\nsecond 001.Albatross/a_2.jpg\n");

    assertRefused("line 2 of 'CUB_200_2011/images.txt' is not readable");
  }

  @Test
  void refusesAnImageWithoutALabel() {
    fixture.with(ROOT + "image_class_labels.txt", "1 1\n2 1\n3 1\n5 2\n");

    assertRefused("its member 'CUB_200_2011/image_class_labels.txt' has no line for image 4");
  }

  @Test
  void refusesALabelThatIsNoClass() {
    fixture.with(ROOT + "image_class_labels.txt", "1 1\n2 1\n3 3\n4 2\n5 2\n");

    assertRefused("its member 'CUB_200_2011/image_class_labels.txt' gives image 3 the unknown '3'");
  }

  @Test
  void refusesAPartThatIsNeitherTrainingNorTest() {
    fixture.with(ROOT + "train_test_split.txt", "1 0\n2 1\n3 2\n4 1\n5 0\n");

    assertRefused("its member 'CUB_200_2011/train_test_split.txt' gives image 3 the unknown '2'");
  }

  @Test
  void refusesAnArchiveWithoutAListedImage() {
    fixture.without(ROOT + "images/001.Albatross/a_2.jpg");

    assertRefused("it has no member 'CUB_200_2011/images/001.Albatross/a_2.jpg'");
  }

  @Test
  void refusesATruncatedImage() {
    byte[] whole = GeneratedPictures.jpeg(7, 8, 10);
    fixture.with(ROOT + "images/001.Albatross/a_1.jpg", Arrays.copyOf(whole, whole.length - 20));

    assertRefused(
        "its image 'CUB_200_2011/images/001.Albatross/a_1.jpg' cannot be read (truncated)");
  }

  @Test
  void refusesATruncatedArchive() {
    byte[] whole = fixture.tarred();
    DataFile half = fixture.put("tiny/tiny.tgz", Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> new Cub200(half, 2, 4).open(new Declaration.None(), fixture.store()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/tiny.tgz': Unexpected end of ZLIB input stream. Delete '%s' and run"
                + " `mvn cl:download-data`.",
            fixture.store().content(half));
  }

  private void assertRefused(String cause) {
    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/tiny.tar.gz': %s. Delete '%s' and run `mvn cl:download-data`.",
            cause, fixture.store().content(fixture.tarGz()));
  }

  private PackedDataSet open() {
    return new Cub200(fixture.tarGz(), 2, 4).open(new Declaration.None(), fixture.store());
  }

  private static byte[] bytes(int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return bytes;
  }
}
