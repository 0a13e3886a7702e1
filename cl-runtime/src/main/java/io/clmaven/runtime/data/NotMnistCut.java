package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.random.NumpyRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which images of the archive of notMNIST are test images, and in which order they are. */
enum NotMnistCut {

  /** Every tenth one by letter and file name, the first one included. */
  EVERY_TENTH("notmnist-1", Comparator.naturalOrder()) {
    @Override
    int[] indices(Split split, int count) {
      return IntStream.range(0, count)
          .filter(i -> (i % PARTS == 0) == (split == Split.TEST))
          .toArray();
    }
  },

  /** The first tenth by letter and place in the archive after NumPy's shuffle with seed 0. */
  SHUFFLED("notmnist-shuffled-1", Comparator.comparing(NotMnistCut::letter)) {
    @Override
    int[] indices(Split split, int count) {
      int[] shuffled = new NumpyRandom(0).permutation(count);
      int held = count / PARTS;
      return split == Split.TEST
          ? Arrays.copyOf(shuffled, held)
          : Arrays.copyOfRange(shuffled, held, count);
    }
  };

  private static final int PARTS = 10;

  private final String reader;
  private final Comparator<String> order;

  NotMnistCut(String reader, Comparator<String> order) {
    this.reader = reader;
    this.order = order;
  }

  private static char letter(String file) {
    return file.charAt(0);
  }

  /** Returns the name and version of the reader. */
  String reader() {
    return reader;
  }

  /** Returns the order of files, {@code A/x.png}; equal ones stay as in the archive. */
  Comparator<String> order() {
    return order;
  }

  /** Returns which images, in that order, make a split. */
  abstract int[] indices(Split split, int count);
}
