package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotMnistPartTest {

  @TempDir Path cache;

  /** 18 images with labels 0, 1, 2, 0, 1, 2 and so on: images 0 and 15 are the test of label 0. */
  @Test
  void takesEveryFifthImageOfALetterForTheTest() {
    PackedDataSet packed = open(IdxFixture.labels(18));

    assertThat(labels(packed, Split.TEST)).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(firstPixels(packed, Split.TEST))
        .containsExactly(first(0), first(1), first(2), first(15), first(16), first(17));
    assertThat(firstPixels(packed, Split.TRAIN))
        .hasSize(12)
        .startsWith(first(3))
        .endsWith(first(14));
  }

  @Test
  void refusesALabelWithoutALetter() {
    byte[] labels = IdxFixture.labels(18);
    labels[8 + 4] = 10;

    assertThatThrownBy(() -> open(labels))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "Cannot read 'tiny/labels': label 10 at position 4 is not one of the 10 classes (0 to"
                + " 9). Delete '");
  }

  private PackedDataSet open(byte[] labels) {
    ArchiveFixture fixture = new ArchiveFixture(cache);
    DataFile images = fixture.put("tiny/images", IdxFixture.images(18, 28, 28));
    return new NotMnistPart(images, fixture.put("tiny/labels", labels))
        .open(new Declaration.None(), fixture.store());
  }

  private static int first(int image) {
    return IdxFixture.pixel(image, 0);
  }

  private static List<Integer> labels(PackedDataSet packed, Split split) {
    return IntStream.range(0, packed.size(split)).mapToObj(i -> packed.label(split, i)).toList();
  }

  private static List<Integer> firstPixels(PackedDataSet packed, Split split) {
    byte[] image = new byte[28 * 28];
    return IntStream.range(0, packed.size(split))
        .mapToObj(
            i -> {
              packed.image(split, i, image);
              return image[0] & 0xFF;
            })
        .toList();
  }
}
