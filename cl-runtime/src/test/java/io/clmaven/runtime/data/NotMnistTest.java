package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotMnistTest {

  private static final String ROOT = "notMNIST_small/";

  @TempDir Path cache;

  private ArchiveFixture fixture;

  /** 11 images of each of two letters, the second letter first; grey levels 0 to 21. */
  @BeforeEach
  void makeArchive() {
    fixture = new ArchiveFixture(cache);
    for (int i = 21; i >= 0; i--) {
      fixture.with(ROOT + "%s/%02d.png".formatted(i < 11 ? "A" : "J", i), image(28, i));
    }
    fixture.with(ROOT + "A/._00.png", "what an archiver leaves");
  }

  @Test
  void takesEveryTenthImageForTheTest() {
    PackedDataSet packed = open();

    assertThat(packed.shape()).containsExactly(1, 28, 28);
    assertThat(packed.classes()).hasSize(10).startsWith("A").endsWith("J");
    assertThat(levels(packed, Split.TEST)).containsExactly(0, 10, 20);
    assertThat(levels(packed, Split.TRAIN)).hasSize(19).startsWith(1, 2, 3).endsWith(19, 21);
    assertThat(IntStream.range(0, 3).map(i -> packed.label(Split.TEST, i)))
        .containsExactly(0, 0, 9);
  }

  @Test
  void takesTheFirstTenthAfterNumpysShuffleIfTheCutIsTags() {
    PackedDataSet packed =
        new NotMnistShuffled(fixture.tarGz()).open(new Declaration.None(), fixture.store());

    // Letter A has 10 to 0 and letter J 21 to 11 in the archive; numpy.random.seed(0) and shuffle
    // bring places 0 to 21 into the order 20, 10, 14, 13, ..., 15, 12.
    assertThat(levels(packed, Split.TEST)).containsExactly(12, 0);
    assertThat(levels(packed, Split.TRAIN)).hasSize(20).startsWith(18, 19).endsWith(17, 20);
  }

  @Test
  void skipsUnreadableImages() {
    fixture.with(ROOT + "A/03.png", "").with(ROOT + "J/15.png", "not an image");

    assertThat(levels(open(), Split.TEST)).containsExactly(0, 11);
    assertThat(levels(open(), Split.TRAIN)).hasSize(18).doesNotContain(3, 15);
  }

  @Test
  void namesTheImagesThatItSkipped() {
    fixture.with(ROOT + "A/03.png", "").with(ROOT + "J/15.png", "not an image");
    DataFile archive = fixture.tarGz();
    SourceFile source = SourceFile.of("notmnist", archive, fixture.store());

    assertThat(
            ArchiveMessages.skippedImages(
                source, new NotMnistContent(source, NotMnistCut.EVERY_TENTH).unreadable()))
        .isEqualTo(
            "Skipped 2 unreadable images in 'tiny/tiny.tar.gz': A/03.png (not a JPEG or PNG"
                + " image), J/15.png (not a JPEG or PNG image).");
  }

  @Test
  void refusesAnImageOfAnotherSize() {
    fixture.with(ROOT + "A/03.png", image(27, 3));

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("its image 'A/03.png' has 27 x 27 pixels, expected 28 x 28"));
  }

  @Test
  void refusesAnArchiveWithoutLetters() {
    fixture = new ArchiveFixture(cache).with("README", "no letters here");

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("it has no image below '<letter>/'"));
  }

  @Test
  void checksTheMd5OfTheArchive() {
    DataFile found = fixture.tarGz();
    DataFile announced =
        new DataFile(
            found.path(),
            found.sources(),
            found.packing(),
            Checksum.md5("0".repeat(32)),
            found.size());
    Path place = fixture.store().content(announced);
    place.getParent().toFile().mkdirs();
    fixture.store().content(found).toFile().renameTo(place.toFile());

    assertThatThrownBy(() -> new NotMnist(announced).open(new Declaration.None(), fixture.store()))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "Cannot read 'tiny/tiny.tar.gz': its MD5 is [0-9a-f]{32}, expected 0{32}\\. Delete"
                + " '.*/content/00/md5-0{32}' and run `mvn cl:download-data`\\.");
  }

  private String damaged(String cause) {
    return "Cannot read 'tiny/tiny.tar.gz': %s. Delete '%s' and run `mvn cl:download-data`."
        .formatted(cause, fixture.store().content(fixture.tarGz()));
  }

  private PackedDataSet open() {
    return new NotMnist(fixture.tarGz()).open(new Declaration.None(), fixture.store());
  }

  private static List<Integer> levels(PackedDataSet packed, Split split) {
    byte[] image = new byte[28 * 28];
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
    image.getRaster().setSample(side - 1, side - 1, 0, level);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
