package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDataSetTest {

  @TempDir Path cache;

  private IdxFixture fixture;

  @BeforeEach
  void makeContent() {
    fixture = new IdxFixture(cache, 7, 5);
  }

  @Test
  void packsWhatTheFilesHold() {
    PackedDataSet packed = fixture.write().open();

    assertThat(packed.shape()).containsExactly(1, 4, 3);
    assertThat(packed.classes()).containsExactly("zero", "one", "two");
    assertThat(packed.size(Split.TRAIN)).isEqualTo(7);
    assertThat(packed.size(Split.TEST)).isEqualTo(5);
    assertThat(packed.label(Split.TRAIN, 5)).isEqualTo(2);
    assertThat(packed.label(Split.TEST, 4)).isEqualTo(1);
    byte[] image = new byte[12];
    packed.image(Split.TEST, 3, image);
    byte[] expected = new byte[12];
    for (int p = 0; p < 12; p++) {
      expected[p] = (byte) IdxFixture.pixel(3, p);
    }
    assertThat(image).isEqualTo(expected);
  }

  @Test
  void namesFilesAndHashesWithoutReadingAnything() {
    IdxDataSet dataSet = fixture.dataSet();

    assertThat(dataSet.files(new Declaration.None())).hasSize(4);
    assertThat(dataSet.contentHashes(new Declaration.None(), fixture.store()))
        .hasSize(4)
        .containsEntry(IdxFixture.TRAIN_LABELS, IdxFixture.sha256(IdxFixture.labels(7)));
  }

  @Test
  void saysThatAFileIsNotInTheCache() throws IOException {
    fixture.write();
    Files.delete(fixture.path(IdxFixture.TEST_LABELS));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'tiny': 'tiny/t10k-labels-idx1-ubyte.gz' is not in the cache. Run"
                + " `mvn cl:download-data`.");
  }

  @Test
  void refusesATruncatedFile() {
    fixture.write().write(IdxFixture.TRAIN_IMAGES, Arrays.copyOf(IdxFixture.images(7, 4, 3), 90));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': its header announces 7 images of 4 x 3,"
                + " that is 100 bytes, but it has 90 bytes (10 are missing). Delete '%s' and run"
                + " `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesTrailingBytes() {
    fixture.write().write(IdxFixture.TEST_LABELS, Arrays.copyOf(IdxFixture.labels(5), 14));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/t10k-labels-idx1-ubyte.gz': its header announces 5 labels, that is 13"
                + " bytes, but it has 14 bytes (1 too many). Delete '%s' and run"
                + " `mvn cl:download-data`.",
            fixture.path(IdxFixture.TEST_LABELS));
  }

  @Test
  void refusesAFileThatEndsInsideItsHeader() {
    fixture.write().write(IdxFixture.TRAIN_IMAGES, Arrays.copyOf(IdxFixture.images(7, 4, 3), 9));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': it ends inside its header of 16 bytes."
                + " Delete '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesACorruptMagicNumber() {
    fixture.write().write(IdxFixture.TRAIN_IMAGES, patched(0, 0x1f8b0808));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': it starts with 0x1f8b0808, expected"
                + " 0x00000803. Delete '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesAnotherElementType() {
    fixture.write().write(IdxFixture.TRAIN_IMAGES, patched(0, 0x00000d03));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': its elements have type 0x0d, expected"
                + " 0x08 (unsigned bytes). Delete '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesImpossibleSizes() {
    fixture.write().write(IdxFixture.TRAIN_IMAGES, patched(8, -4));

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': its header announces 7 images of -4 x"
                + " 3, expected positive sizes. Delete '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesSwappedFiles() {
    fixture
        .with(IdxFixture.TRAIN_IMAGES, IdxFixture.labels(7))
        .with(IdxFixture.TRAIN_LABELS, IdxFixture.images(7, 4, 3))
        .write();

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': it holds labels (0x00000801), expected"
                + " images (0x00000803). Check the order of the files of data set 'tiny', or delete"
                + " '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  @Test
  void refusesImagesAndLabelsOfDifferentNumber() {
    fixture.with(IdxFixture.TRAIN_LABELS, IdxFixture.labels(6)).write();

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'tiny': 'tiny/train-images-idx3-ubyte.gz' holds 7 images, but"
                + " 'tiny/train-labels-idx1-ubyte.gz' holds 6 labels. Delete '%s' and '%s' and run"
                + " `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_IMAGES), fixture.path(IdxFixture.TRAIN_LABELS));
  }

  @Test
  void refusesTrainingAndTestImagesOfDifferentSize() {
    fixture.with(IdxFixture.TEST_IMAGES, IdxFixture.images(5, 3, 4)).write();

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'tiny': the images of 'tiny/train-images-idx3-ubyte.gz' are 4 x"
                + " 3, those of 'tiny/t10k-images-idx3-ubyte.gz' are 3 x 4. Check that both files"
                + " belong to it.");
  }

  @Test
  void refusesALabelWithoutAClass() {
    byte[] labels = IdxFixture.labels(7);
    labels[8 + 4] = 3;
    fixture.with(IdxFixture.TRAIN_LABELS, labels).write();

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-labels-idx1-ubyte.gz': label 3 at position 4 is not one of the"
                + " 3 classes (0 to 2). Delete '%s' and run `mvn cl:download-data`.",
            fixture.path(IdxFixture.TRAIN_LABELS));
  }

  @Test
  void refusesContentWhoseHashIsWrong() {
    byte[] changed = IdxFixture.images(7, 4, 3);
    changed[50] ^= 1;
    fixture.write().write(IdxFixture.TRAIN_IMAGES, changed);

    assertThatThrownBy(fixture::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/train-images-idx3-ubyte.gz': its SHA-256 is %s, expected %s. Delete"
                + " '%s' and run `mvn cl:download-data`.",
            IdxFixture.sha256(changed),
            IdxFixture.sha256(IdxFixture.images(7, 4, 3)),
            fixture.path(IdxFixture.TRAIN_IMAGES));
  }

  private static byte[] patched(int position, int value) {
    byte[] bytes = IdxFixture.images(7, 4, 3);
    ByteBuffer.wrap(bytes).putInt(position, value);
    return bytes;
  }
}
