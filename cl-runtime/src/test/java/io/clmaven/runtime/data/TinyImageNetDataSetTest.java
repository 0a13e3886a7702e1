package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.data.TinyImageNetCut.Order;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyImageNetDataSetTest {

  private static final String ROOT = "tiny-imagenet-200/";
  private static final TinyImageNetCut WHOLE = new TinyImageNetCut(Order.ALPHABETICAL, 3, 8, 8);
  private static final TinyImageNetCut FIRST_TWO = new TinyImageNetCut(Order.LISTED, 2, 8, 4);

  @TempDir Path cache;

  private ArchiveFixture fixture;

  /** Every image is of one grey level, which tells it from the others. */
  @BeforeEach
  void makeArchive() {
    fixture =
        new ArchiveFixture(cache)
            .with(ROOT + "wnids.txt", "n3\nn1\nn2\n")
            .with(ROOT + "words.txt", "n0\tentity\nn1\tgoldfish, carp\nn2\tlion\nn3\tbus\n")
            .with(ROOT + "train/n1/images/n1_10.JPEG", image(8, 110))
            .with(ROOT + "train/n1/images/n1_2.JPEG", image(8, 120))
            .with(ROOT + "train/n1/n1_boxes.txt", "n1_2.JPEG\t0\t0\t7\t7\n")
            .with(ROOT + "train/n2/images/n2_0.JPEG", image(8, 20))
            .with(ROOT + "train/n3/images/n3_0.JPEG", image(8, 30))
            .with(ROOT + "test/images/test_0.JPEG", image(8, 99))
            .with(ROOT + "val/images/val_0.JPEG", image(8, 203))
            .with(ROOT + "val/images/val_1.JPEG", image(8, 201))
            .with(ROOT + "val/images/val_2.JPEG", image(8, 202))
            .with(ROOT + "val/val_annotations.txt", annotations("n3", "n1", "n2"));
  }

  @Test
  void numbersTheClassesInAlphabeticalOrder() {
    PackedDataSet packed = open(WHOLE);

    assertThat(packed.shape()).containsExactly(3, 8, 8);
    assertThat(packed.classes()).containsExactly("goldfish, carp", "lion", "bus");
    assertThat(labels(packed, Split.TRAIN)).containsExactly(0, 0, 1, 2);
    assertThat(levels(packed, Split.TRAIN)).containsExactly(110, 120, 20, 30);
  }

  @Test
  void takesTheValidationImagesForTheTest() {
    PackedDataSet packed = open(WHOLE);

    assertThat(labels(packed, Split.TEST)).containsExactly(0, 1, 2);
    assertThat(levels(packed, Split.TEST)).containsExactly(201, 202, 203);
  }

  @Test
  void takesTheFirstClassesAsListedAtHalfTheSize() {
    PackedDataSet packed = open(FIRST_TWO);

    assertThat(packed.shape()).containsExactly(3, 4, 4);
    assertThat(packed.classes()).containsExactly("bus", "goldfish, carp");
    assertThat(levels(packed, Split.TRAIN)).containsExactly(30, 110, 120);
    assertThat(levels(packed, Split.TEST)).containsExactly(203, 201);
  }

  @Test
  void packsDifferentCutsOfOneArchiveBesideEachOther() {
    open(WHOLE);

    assertThat(open(new TinyImageNetCut(Order.LISTED, 3, 8, 8)).classes())
        .containsExactly("bus", "goldfish, carp", "lion");
  }

  @Test
  void knowsTheFormWithoutReadingAnything() {
    assertThat(new Tiny(fixture.zip(), FIRST_TWO).form(new Declaration.None()))
        .contains(new ImageForm(List.of(3, 4, 4), 2));
  }

  @Test
  void refusesAnArchiveWithoutItsListOfClasses() {
    fixture.without(ROOT + "wnids.txt");

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("it has no member 'tiny-imagenet-200/wnids.txt'"));
  }

  @Test
  void refusesTooFewClasses() {
    fixture
        .with(ROOT + "wnids.txt", "n3\nn1\n")
        .with(ROOT + "val/val_annotations.txt", annotations("n3", "n1", "n1"));

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged("its member 'tiny-imagenet-200/wnids.txt' lists 2 classes, expected 3"));
  }

  @Test
  void refusesAClassWithoutAName() {
    fixture.with(ROOT + "words.txt", "n1\tgoldfish\nn3\tbus\n");

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("its member 'tiny-imagenet-200/words.txt' does not name class 'n2'"));
  }

  @Test
  void refusesAnAnnotationOfAnUnknownClass() {
    fixture.with(ROOT + "val/val_annotations.txt", annotations("n3", "n9", "n2"));

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged(
                "line 2 of 'tiny-imagenet-200/val/val_annotations.txt' names the unknown class"
                    + " 'n9'"));
  }

  @Test
  void refusesAnAnnotationWithoutAClass() {
    fixture.with(ROOT + "val/val_annotations.txt", "val_0.JPEG\tn3\nval_1.JPEG\n");

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged("line 2 of 'tiny-imagenet-200/val/val_annotations.txt' is not readable"));
  }

  @Test
  void refusesAnAnnotationOfAMissingImage() {
    fixture.without(ROOT + "val/images/val_2.JPEG");

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("it has no member 'tiny-imagenet-200/val/images/val_2.JPEG'"));
  }

  @Test
  void refusesAClassWithoutTrainingImages() {
    fixture.without(ROOT + "train/n2/images/n2_0.JPEG");

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("it has no image below 'tiny-imagenet-200/train/n2/images/'"));
  }

  @Test
  void refusesAClassWithoutValidationImages() {
    fixture.with(ROOT + "val/val_annotations.txt", annotations("n3", "n1", "n1"));

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged(
                "its member 'tiny-imagenet-200/val/val_annotations.txt' does not name class"
                    + " 'n2'"));
  }

  @Test
  void refusesATruncatedImage() {
    fixture.with(ROOT + "train/n1/images/n1_2.JPEG", Arrays.copyOf(image(8, 120), 200));

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged(
                "its image 'tiny-imagenet-200/train/n1/images/n1_2.JPEG' cannot be read"
                    + " (truncated)"));
  }

  @Test
  void refusesAnImageOfAnotherSize() {
    fixture.with(ROOT + "val/images/val_0.JPEG", image(9, 203));

    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged(
                "its image 'tiny-imagenet-200/val/images/val_0.JPEG' has 9 x 9 pixels, expected 8"
                    + " x 8"));
  }

  @Test
  void refusesWhatIsNotAnArchive() {
    DataFile text = fixture.put("tiny/tiny.zip", new byte[100]);

    assertThatThrownBy(() -> new Tiny(text, WHOLE).open(new Declaration.None(), fixture.store()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cannot read 'tiny/tiny.zip': ")
        .hasMessageEndingWith(
            ". Delete '%s' and run `mvn cl:download-data`.", fixture.store().content(text));
  }

  private String damaged(String cause) {
    return "Cannot read 'tiny/tiny.zip': %s. Delete '%s' and run `mvn cl:download-data`."
        .formatted(cause, fixture.store().content(fixture.zip()));
  }

  private PackedDataSet open(TinyImageNetCut cut) {
    return new Tiny(fixture.zip(), cut).open(new Declaration.None(), fixture.store());
  }

  private static String annotations(String... ids) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      lines.append("val_%d.JPEG\t%s\t0\t0\t7\t7%n".formatted(i, ids[i]));
    }
    return lines.toString();
  }

  private static List<Integer> labels(PackedDataSet packed, Split split) {
    return IntStream.range(0, packed.size(split)).mapToObj(i -> packed.label(split, i)).toList();
  }

  /** Returns the last byte of every image. */
  private static List<Integer> levels(PackedDataSet packed, Split split) {
    byte[] image = new byte[packed.shape().stream().reduce(1, (a, b) -> a * b)];
    return IntStream.range(0, packed.size(split))
        .mapToObj(
            i -> {
              packed.image(split, i, image);
              return image[image.length - 1] & 0xFF;
            })
        .toList();
  }

  private static byte[] image(int side, int level) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSamples(0, 0, side, side, 0, fill(side * side, level));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int[] fill(int count, int level) {
    int[] levels = new int[count];
    Arrays.fill(levels, level);
    return levels;
  }

  private static final class Tiny extends TinyImageNetDataSet {

    private Tiny(DataFile archive, TinyImageNetCut cut) {
      super(ArchiveFixture.DECLARATION, archive, cut);
    }
  }
}
