package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A small data set in the official IDX format inside a cache: 4 x 3 images whose pixel p of image i
 * is (31 i + 7 p) mod 256, labels i mod 3. Its bytes can be changed before it is opened.
 */
public final class IdxFixture {

  public static final String TRAIN_IMAGES = "tiny/train-images-idx3-ubyte.gz";
  public static final String TRAIN_LABELS = "tiny/train-labels-idx1-ubyte.gz";
  public static final String TEST_IMAGES = "tiny/t10k-images-idx3-ubyte.gz";
  public static final String TEST_LABELS = "tiny/t10k-labels-idx1-ubyte.gz";

  private static final int HEIGHT = 4;
  private static final int WIDTH = 3;
  private static final int CLASSES = 3;

  private final Map<String, byte[]> contents = new TreeMap<>();
  private final DataStore store;

  /** Makes the content of a data set of {@code train} and {@code test} images. */
  public IdxFixture(Path cache, int train, int test) {
    store = new DataStore(cache);
    contents.put(TRAIN_IMAGES, images(train, HEIGHT, WIDTH));
    contents.put(TRAIN_LABELS, labels(train));
    contents.put(TEST_IMAGES, images(test, HEIGHT, WIDTH));
    contents.put(TEST_LABELS, labels(test));
  }

  public static byte[] images(int count, int height, int width) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * height * width);
    bytes.putInt(0x00000803).putInt(count).putInt(height).putInt(width);
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < height * width; p++) {
        bytes.put((byte) pixel(i, p));
      }
    }
    return bytes.array();
  }

  public static byte[] labels(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + count);
    bytes.putInt(0x00000801).putInt(count);
    IntStream.range(0, count).forEach(i -> bytes.put((byte) (i % CLASSES)));
    return bytes.array();
  }

  public static int pixel(int image, int position) {
    return (31 * image + 7 * position) & 0xFF;
  }

  /** Replaces a file; its hash in the data set is the hash of this content. */
  public IdxFixture with(String file, byte[] content) {
    contents.put(file, content);
    return this;
  }

  public DataStore store() {
    return store;
  }

  /** Returns where a file is in the cache. */
  public Path path(String file) {
    return store.content(dataFile(file));
  }

  /** Writes the files into the cache. */
  public IdxFixture write() {
    contents.keySet().forEach(name -> write(name, contents.get(name)));
    return this;
  }

  /** Writes other bytes in the place of a file, as a damaged disk would. */
  public IdxFixture write(String name, byte[] content) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.write(path(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public IdxDataSet dataSet() {
    return new Tiny(
        new IdxFiles(
            dataFile(TRAIN_IMAGES),
            dataFile(TRAIN_LABELS),
            dataFile(TEST_IMAGES),
            dataFile(TEST_LABELS)));
  }

  /** Returns the data set as an experiment would choose it. */
  public Selection<DataSet> selection() {
    IdxDataSet dataSet = dataSet();
    return new Selection<>(dataSet.declaration(), new Declaration.None(), () -> dataSet);
  }

  public PackedDataSet open() {
    return dataSet().open(new Declaration.None(), store);
  }

  /** Returns the one file below the folder of packed data sets. */
  public Path packed() {
    try (var files = Files.list(store.directory().resolve("packed"))) {
      return files.filter(file -> !file.toString().endsWith(".lock")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataFile dataFile(String name) {
    byte[] content = contents.get(name);
    return new DataFile(name, List.of(), Packing.GZIP, sha256(content), content.length);
  }

  static String sha256(byte[] content) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Tiny extends IdxDataSet {

    private Tiny(IdxFiles files) {
      super(
          new Declaration("tiny", "A generated set.", "this test", Declaration.None.class),
          files,
          List.of("zero", "one", "two"));
    }
  }
}
