package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.random.NumpyRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Grouping, relabelling, validation split and pixel layout of CIFAR-100 superclass. */
public final class SuperclassReplay {

  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final double VALIDATION = 0.05;

  private SuperclassReplay() {}

  /** Kind {@code gpm-data-superclass}: one case per superclass. */
  public static Stream<DynamicTest> superclasses(JsonNode file) {
    int[] labels = ints(field(file, "fine_labels"));
    assertThat(labels).hasSize(field(file, "images").intValue());
    return list(field(file, "expected")).stream()
        .map(
            expected ->
                DynamicTest.dynamicTest(
                    "superclass " + field(expected, "superclass").intValue(),
                    () -> superclass(labels, expected)));
  }

  private static void superclass(int[] labels, JsonNode expected) {
    Cifar100Superclass group = Cifar100Superclass.ALL.get(field(expected, "superclass").intValue());
    assertThat(group.fineLabels().stream().mapToInt(l -> l))
        .containsExactly(boxed(field(expected, "fine_labels_by_local_class")));
    int[] members = group.members(labels);
    Holdout holdout = Holdout.ofShuffled(members, VALIDATION, new NumpyRandom(0));
    assertPart(group, labels, holdout.train(), expected, "train");
    assertPart(group, labels, holdout.validation(), expected, "valid");
    assertPart(group, labels, members, expected, "test");
    for (JsonNode spot : list(field(expected, "first_train_image_spots_c_i_j_times255"))) {
      assertSpot(holdout.train()[0], doubles(spot));
    }
  }

  private static void assertPart(
      Cifar100Superclass group, int[] labels, int[] ids, JsonNode expected, String part) {
    assertThat(ids).as(part).containsExactly(ints(field(expected, part + "_ids")));
    assertThat(Arrays.stream(ids).map(id -> group.localLabel(labels[id])))
        .as(part)
        .containsExactly(boxed(field(expected, part + "_local_labels")));
  }

  private static Integer[] boxed(JsonNode array) {
    return Arrays.stream(ints(array)).boxed().toArray(Integer[]::new);
  }

  /** A spot is channel, row, column, value times 255. */
  private static void assertSpot(int image, double[] spot) {
    Inputs inputs =
        new PermutedInputs(
            new Normalisation(List.of(CHANNELS, SIDE, SIDE), PixelMoments.NONE),
            ScrambledPixels.permutation(CHANNELS, SIDE * SIDE));
    float[] values = new float[CHANNELS * SIDE * SIDE];
    inputs.fill(raw(image), values, 0);
    int at = ((int) spot[0] * SIDE + (int) spot[1]) * SIDE + (int) spot[2];
    assertFloat("spot at " + at, values[at] * 255, spot[3]);
  }

  /** The {@code raw_rule} of the file. */
  private static byte[] raw(int id) {
    byte[] raw = new byte[CHANNELS * SIDE * SIDE];
    for (int p = 0; p < raw.length; p++) {
      raw[p] = (byte) (id * 7 + p * 13 + ((id + 3) * (p + 5)) % 251);
    }
    raw[0] = (byte) id;
    raw[1] = (byte) (id / 256);
    return raw;
  }
}
