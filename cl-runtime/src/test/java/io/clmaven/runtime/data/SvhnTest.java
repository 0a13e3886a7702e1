package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

class SvhnTest {

  @TempDir Path folder;

  @Test
  void packsColumnMajorImagesRowByRow() {
    PackedDataSet packed = open(mat("train", images(2), labels(3, 7)));

    byte[] image = new byte[3 * 32 * 32];
    packed.image(Split.TRAIN, 1, image);
    assertThat(packed.shape()).containsExactly(3, 32, 32);
    assertThat(IntStream.range(0, image.length))
        .allMatch(i -> image[i] == (byte) pixel(i / 32 % 32, i % 32, i / 1024, 1));
  }

  @Test
  void readsLabelTenAsDigitZero() {
    PackedDataSet packed = open(mat("train", images(3), labels(1, 10, 9)));

    assertThat(packed.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(IntStream.range(0, 3).map(i -> packed.label(Split.TRAIN, i)))
        .containsExactly(1, 0, 9);
    assertThat(packed.size(Split.TEST)).isEqualTo(1);
    assertThat(packed.label(Split.TEST, 0)).isEqualTo(4);
  }

  @Test
  void refusesAFileWithoutTheImages() {
    DataFile train = put("train", Mat5.newMatFile().addArray("y", labels(1)));

    assertRefused(train, "it has no numeric variable 'X'");
  }

  @Test
  void refusesImagesOfAnotherShape() {
    Matrix flat = Mat5.newMatrix(new int[] {32, 32, 2}, MatlabType.UInt8);

    assertRefused(
        mat("train", flat, labels(1, 2)),
        "its variable 'X' is uint8 of 32 x 32 x 2, expected uint8 of 32 x 32 x 3 x images");
  }

  @Test
  void refusesImagesOfAnotherType() {
    Matrix wide = Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.Double);

    assertRefused(
        mat("train", wide, labels(1, 2)),
        "its variable 'X' is double of 32 x 32 x 3 x 2, expected uint8 of 32 x 32 x 3 x images");
  }

  @Test
  void refusesLabelsOfAnotherNumber() {
    assertRefused(
        mat("train", images(2), labels(1, 2, 3)), "its variable 'y' has 3 labels for 2 images");
  }

  @Test
  void refusesALabelThatIsNoDigit() {
    assertRefused(
        mat("train", images(2), labels(1, 11)),
        "label 11 at position 1 of 'y' is not one of 1 to 10");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    Path whole = folder.resolve("train.mat");
    mat("train", images(2), labels(1, 2));
    byte[] bytes = Files.readAllBytes(whole);
    DataFile half = fixture().put("tiny/train.mat", Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(half, "it is cut off or not a MATLAB file of level 5");
  }

  @Test
  void refusesWhatIsNotAMatlabFile() {
    assertRefused(
        fixture().put("tiny/train.mat", new byte[1000]),
        "it is cut off or not a MATLAB file of level 5");
  }

  private void assertRefused(DataFile train, String cause) {
    assertThatThrownBy(() -> open(train))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train.mat': %s. Delete '%s' and run `mvn cl:download-data`.",
            cause, fixture().store().content(train));
  }

  private PackedDataSet open(DataFile train) {
    DataFile test = mat("test", images(1), labels(4));
    return new Svhn(train, test).open(new Declaration.None(), fixture().store());
  }

  private ArchiveFixture fixture() {
    return new ArchiveFixture(folder.resolve("cache"));
  }

  private DataFile mat(String name, Matrix images, Matrix labels) {
    Mat5File file = Mat5.newMatFile();
    file.addArray("X", images);
    file.addArray("y", labels);
    return put(name, file);
  }

  private DataFile put(String name, MatFile content) {
    Path file = folder.resolve(name + ".mat");
    try {
      Mat5.writeToFile(content, file.toFile());
      return fixture().put("tiny/" + name + ".mat", Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matrix images(int count) {
    Matrix images = Mat5.newMatrix(new int[] {32, 32, 3, count}, MatlabType.UInt8);
    for (int n = 0; n < count; n++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int row = 0; row < 32; row++) {
          for (int column = 0; column < 32; column++) {
            images.setByte(
                new int[] {row, column, channel, n}, (byte) pixel(row, column, channel, n));
          }
        }
      }
    }
    return images;
  }

  private static int pixel(int row, int column, int channel, int image) {
    return 3 * row + 11 * column + 50 * channel + 7 * image;
  }

  private static Matrix labels(int... digits) {
    Matrix labels = Mat5.newMatrix(digits.length, 1, MatlabType.UInt8);
    for (int i = 0; i < digits.length; i++) {
      labels.setInt(i, digits[i]);
    }
    return labels;
  }
}
