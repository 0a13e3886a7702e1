package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarDataSetTest {

  private static final int IMAGE = 3 * 32 * 32;
  private static final CifarLayout LAYOUT =
      new CifarLayout(
          List.of("tiny/batch_1.bin", "tiny/batch_2.bin"), "tiny/test.bin", "tiny/names.txt", 2, 3);

  @TempDir Path cache;

  private ArchiveFixture fixture;

  /** The members lie in another order than they are read, as in the official archive. */
  @BeforeEach
  void makeArchive() {
    fixture =
        new ArchiveFixture(cache)
            .with("tiny/test.bin", records(30, 2, 0))
            .with("tiny/batch_2.bin", records(20, 1))
            .with("tiny/names.txt", "apple\nbed\nworm\n\n")
            .with("tiny/batch_1.bin", records(10, 0, 2, 1));
  }

  @Test
  void packsTheRecordsInTheOrderOfTheMembersOfTheLayout() {
    PackedDataSet packed = open();

    assertThat(packed.shape()).containsExactly(3, 32, 32);
    assertThat(packed.classes()).containsExactly("apple", "bed", "worm");
    assertThat(labels(packed, Split.TRAIN)).containsExactly(0, 2, 1, 1);
    assertThat(labels(packed, Split.TEST)).containsExactly(2, 0);
    assertThat(image(packed, Split.TRAIN, 2)).isEqualTo(pixels(12));
    assertThat(image(packed, Split.TRAIN, 3)).isEqualTo(pixels(20));
    assertThat(image(packed, Split.TEST, 1)).isEqualTo(pixels(31));
  }

  @Test
  void knowsTheFormAndTheHashWithoutReadingAnything() {
    CifarDataSet dataSet = new Tiny(fixture.tarGz());

    assertThat(dataSet.form(new Declaration.None())).contains(new ImageForm(List.of(3, 32, 32), 3));
    assertThat(dataSet.contentHashes(new Declaration.None(), new DataStore(cache.resolve("none"))))
        .containsOnlyKeys("tiny/tiny.tar.gz")
        .containsValue(IdxFixture.sha256(fixture.tarred()));
  }

  @Test
  void refusesALabelWithoutAClass() {
    fixture.with("tiny/batch_2.bin", records(20, 1, 3));

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(
            damaged(
                "label 3 of record 1 of 'tiny/batch_2.bin' is not one of the 3 classes (0 to 2)"));
  }

  @Test
  void refusesAMemberThatEndsInsideARecord() {
    fixture.with("tiny/test.bin", Arrays.copyOf(records(30, 2, 0), 6000));

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("its member 'tiny/test.bin' has 6000 bytes, expected records of 3074"));
  }

  @Test
  void refusesAMemberWithoutRecords() {
    fixture.with("tiny/batch_1.bin", new byte[0]);

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("its member 'tiny/batch_1.bin' has 0 bytes, expected records of 3074"));
  }

  @Test
  void refusesAnArchiveWithoutAMember() {
    fixture.without("tiny/batch_2.bin");

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("it has no member 'tiny/batch_2.bin'"));
  }

  @Test
  void refusesTooFewNames() {
    fixture.with("tiny/names.txt", "apple\nbed\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(DataException.class)
        .hasMessage(damaged("its member 'tiny/names.txt' lists 2 classes, expected 3"));
  }

  @Test
  void refusesATruncatedArchive() {
    byte[] whole = fixture.tarred();
    DataFile half = fixture.put("tiny/tiny.tar.gz", Arrays.copyOf(whole, whole.length * 3 / 4));

    assertThatThrownBy(() -> open(half))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/tiny.tar.gz': Unexpected end of ZLIB input stream. Delete '%s' and"
                + " run `mvn cl:download-data`.",
            fixture.store().content(half));
  }

  @Test
  void refusesWhatIsNotAnArchive() {
    DataFile text = fixture.put("tiny/tiny.tar.gz", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    assertThatThrownBy(() -> open(text))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/tiny.tar.gz': Not in GZIP format. Delete '%s' and run"
                + " `mvn cl:download-data`.",
            fixture.store().content(text));
  }

  @Test
  void refusesContentWhoseHashIsWrong() {
    DataFile file = fixture.tarGz();
    DataFile announced =
        new DataFile(file.path(), file.sources(), file.packing(), "0".repeat(64), file.size());
    fixture.store().content(announced).getParent().toFile().mkdirs();
    fixture.store().content(file).toFile().renameTo(fixture.store().content(announced).toFile());

    assertThatThrownBy(() -> open(announced))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read 'tiny/tiny.tar.gz': its SHA-256 is %s, expected %s. Delete '%s' and run"
                + " `mvn cl:download-data`.",
            file.checksum().hex(), announced.checksum().hex(), fixture.store().content(announced));
  }

  @Test
  void saysThatTheArchiveIsNotInTheCache() {
    DataFile file = fixture.tarGz();

    assertThatThrownBy(
            () ->
                new Tiny(file)
                    .open(new Declaration.None(), new DataStore(cache.resolve("elsewhere"))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read data set 'tiny': 'tiny/tiny.tar.gz' is not in the cache. Run"
                + " `mvn cl:download-data`.");
  }

  private String damaged(String cause) {
    return "Cannot read 'tiny/tiny.tar.gz': %s. Delete '%s' and run `mvn cl:download-data`."
        .formatted(cause, fixture.store().content(fixture.tarGz()));
  }

  private PackedDataSet open() {
    return open(fixture.tarGz());
  }

  private PackedDataSet open(DataFile file) {
    return new Tiny(file).open(new Declaration.None(), fixture.store());
  }

  private static List<Integer> labels(PackedDataSet packed, Split split) {
    return IntStream.range(0, packed.size(split)).mapToObj(i -> packed.label(split, i)).toList();
  }

  private static byte[] image(PackedDataSet packed, Split split, int index) {
    byte[] image = new byte[IMAGE];
    packed.image(split, index, image);
    return image;
  }

  /** Returns a record for each fine label; the coarse label is 9, the images have seeds. */
  private static byte[] records(int seed, int... labels) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int i = 0; i < labels.length; i++) {
      records.write(9);
      records.write(labels[i]);
      records.writeBytes(pixels(seed + i));
    }
    return records.toByteArray();
  }

  private static byte[] pixels(int seed) {
    byte[] pixels = new byte[IMAGE];
    new Random(seed).nextBytes(pixels);
    return pixels;
  }

  private static final class Tiny extends CifarDataSet {

    private Tiny(DataFile archive) {
      super(ArchiveFixture.DECLARATION, archive, LAYOUT);
    }
  }
}
