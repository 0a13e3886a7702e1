package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedStoreTest {

  @TempDir Path folder;

  private final AtomicInteger builds = new AtomicInteger();

  @Test
  void buildsOnceAndThenReadsWhatItBuilt() {
    Path file = folder.resolve("packed/numbers");

    PackedDataSet built = PackedStore.open(file, this::numbers);
    PackedDataSet read = PackedStore.open(file, this::numbers);

    assertThat(builds).hasValue(1);
    assertThat(contents(read)).isEqualTo(contents(built)).isEqualTo(expected());
    assertThat(read.shape()).containsExactly(2, 1, 3);
    assertThat(read.classes()).containsExactly("zéro", "one", "300th");
  }

  @Test
  void leavesOnlyThePackedFileAndItsLock() throws IOException {
    PackedStore.open(folder.resolve("numbers"), this::numbers);

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("numbers", "numbers.lock");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 15, 20, 40, 60, 70, 200, 500, 700})
  void buildsAgainWhenABitIsWrongAnywhere(int position) throws IOException {
    Path file = folder.resolve("numbers");
    PackedStore.open(file, this::numbers);
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] ^= 0x10;
    Files.write(file, bytes);

    assertThat(contents(PackedStore.open(file, this::numbers))).isEqualTo(expected());
    assertThat(builds).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 50, 300})
  void buildsAgainWhenTheFileIsTruncated(int length) throws IOException {
    Path file = folder.resolve("numbers");
    PackedStore.open(file, this::numbers);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

    assertThat(contents(PackedStore.open(file, this::numbers))).isEqualTo(expected());
    assertThat(builds).hasValue(2);
  }

  @Test
  void saysInOneLineWhyItBuildsAgain() {
    assertThat(
            DataMessages.damaged(
                Path.of("packed", "mnist-0"),
                new IOException("the checksum of its header is wrong")))
        .isEqualTo(
            "Packed data set 'packed/mnist-0' is damaged (the checksum of its header is wrong):"
                + " building it again.");
  }

  @Test
  void ignoresWhatAKilledBuilderLeft() throws IOException {
    Path file = folder.resolve("numbers");
    Files.write(folder.resolve("numbers.part"), new byte[100_000]);

    assertThat(contents(PackedStore.open(file, this::numbers))).isEqualTo(expected());
    assertThat(folder.resolve("numbers.part")).doesNotExist();
  }

  @Test
  void letsOneOfManyThreadsBuild() throws Exception {
    Path file = folder.resolve("numbers");
    int threads = 6;
    CyclicBarrier together = new CyclicBarrier(threads);
    Callable<List<Integer>> open =
        () -> {
          together.await(30, TimeUnit.SECONDS);
          return contents(PackedStore.open(file, this::numbers));
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<List<Integer>> opened : pool.invokeAll(Collections.nCopies(threads, open))) {
        assertThat(opened.get(30, TimeUnit.SECONDS)).isEqualTo(expected());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(builds).hasValue(1);
  }

  @Test
  void leavesNothingWhenTheSourceFails() {
    Path file = folder.resolve("numbers");
    PackedContent failing =
        new Numbers() {
          @Override
          public void writeTo(PackedWriter writer) throws IOException {
            writer.add(Split.TRAIN, 0, new byte[6]);
            throw new DataException("the source is damaged");
          }
        };

    assertThatThrownBy(() -> PackedStore.open(file, () -> failing))
        .isInstanceOf(DataException.class)
        .hasMessage("the source is damaged");
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("numbers.part")).doesNotExist();
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws IOException {
    Path file = folder.resolve("a-file/numbers");
    Files.writeString(folder.resolve("a-file"), "in the way");

    assertThatThrownBy(() -> PackedStore.open(file, this::numbers))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot write the packed data set '%s': '%s' is not a folder. Make room or rights there,"
                + " or set `cl.data.cacheDirectory` to another folder.",
            file, file.getParent());
  }

  @Test
  void givesDifferentKeysToDifferentContent() {
    assertThat(PackedStore.key("mnist", List.of("ab", "c")))
        .matches("mnist-[0-9a-f]{32}")
        .isEqualTo(PackedStore.key("mnist", List.of("ab", "c")))
        .isNotEqualTo(PackedStore.key("mnist", List.of("a", "bc")));
  }

  private PackedContent numbers() {
    builds.incrementAndGet();
    return new Numbers();
  }

  private static List<Integer> expected() {
    return IntStream.range(0, 100 + 20).mapToObj(Numbers::code).toList();
  }

  /** Returns first byte + 256 x label of every image. */
  private static List<Integer> contents(PackedDataSet packed) {
    List<Integer> contents = new ArrayList<>();
    byte[] image = new byte[6];
    for (Split split : Split.values()) {
      for (int i = 0; i < packed.size(split); i++) {
        packed.image(split, i, image);
        contents.add((image[5] & 0xFF) + 256 * packed.label(split, i));
      }
    }
    return contents;
  }

  /** 100 training and 20 test images. */
  private static class Numbers implements PackedContent {

    private static int code(int number) {
      return number * 2 + 256 * (number % 3 == 2 ? 299 : number % 3);
    }

    @Override
    public List<Integer> shape() {
      return List.of(2, 1, 3);
    }

    @Override
    public List<String> classes() {
      return List.of("zéro", "one", "300th");
    }

    @Override
    public void writeTo(PackedWriter writer) throws IOException {
      for (int i = 0; i < 120; i++) {
        byte[] image = new byte[6];
        image[5] = (byte) code(i);
        writer.add(i < 100 ? Split.TRAIN : Split.TEST, code(i) / 256, image);
      }
    }
  }
}
