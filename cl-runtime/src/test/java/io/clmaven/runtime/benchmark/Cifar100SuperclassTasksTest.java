package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.Cifar100SuperclassTasks.HoldoutSeed;
import io.clmaven.runtime.benchmark.Cifar100SuperclassTasks.Layout;
import io.clmaven.runtime.benchmark.Cifar100SuperclassTasks.Settings;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.NumpyRandom;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grouping, hold-out and layout of the official loader are replayed by {@code gpm-13}. */
class Cifar100SuperclassTasksTest {

  private static final int PER_CLASS = 20;
  private static final GeneratedImages IMAGES =
      new GeneratedImages("hundred", List.of(3, 2, 2), 100, 100 * PER_CLASS, 200);

  private final Cifar100SuperclassTasks benchmark = new Cifar100SuperclassTasks();

  @Test
  void givesEverySuperclassAHead() {
    TaskStream stream = open(settings(0, Layout.SCRAMBLED, HoldoutSeed.FIXED), 1);

    assertThat(stream.size()).isEqualTo(20);
    assertThat(stream.inputShape()).containsExactly(3, 2, 2);
    assertThat(stream.outputs()).isEqualTo(100);
    assertThat(stream.task(1).name()).isEqualTo("fish");
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(5, 10));
    assertThat(stream.task(1).train().size()).isEqualTo(95);
    assertThat(stream.task(1).validation().size()).isEqualTo(5);
    assertThat(labels(stream.task(1).test())).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
    assertThat(benchmark.scenario(settings(0, Layout.IMAGE, HoldoutSeed.FIXED)))
        .isEqualTo(Scenario.TASK);
  }

  @ParameterizedTest
  @CsvSource({
    "0, aquatic mammals, vehicles 2",
    "1, reptiles, vehicles 2",
    "2, trees, large carnivores",
    "3, large omnivores and herbivores, trees",
    "4, furniture, small mammals"
  })
  void followsThePublishedOrders(int order, String first, String last) {
    TaskStream stream = open(settings(order, Layout.SCRAMBLED, HoldoutSeed.FIXED), 1);

    assertThat(stream.task(0).name()).isEqualTo(first);
    assertThat(stream.task(19).name()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void showsEverySuperclassOnceInEveryOrder(int order) {
    assertThat(TaskOrder.superclasses(order))
        .containsExactlyInAnyOrderElementsOf(Cifar100Superclass.ALL);
  }

  @Test
  void putsEveryImageIntoOnePartOfOneTask() {
    TaskStream stream = open(settings(3, Layout.IMAGE, HoldoutSeed.RUN), 7);

    assertThat(
            IntStream.range(0, 20)
                .map(i -> stream.task(i).train().size() + stream.task(i).validation().size())
                .sum())
        .isEqualTo(100 * PER_CLASS);
    assertThat(IntStream.range(0, 20).map(i -> stream.task(i).test().size()).sum()).isEqualTo(200);
  }

  @Test
  void holdsOutTheSameImagesForEverySeedAsGpm() {
    Settings settings = settings(0, Layout.IMAGE, HoldoutSeed.FIXED);

    assertThat(inputs(open(settings, 1).task(4).validation()))
        .containsExactly(heldOut(4, 0))
        .containsExactly(inputs(open(settings, -2).task(4).validation()));
  }

  @Test
  void holdsOutImagesByTheSeedOfTheRunAsFsDgpm() {
    Settings settings = settings(0, Layout.IMAGE, HoldoutSeed.RUN);

    assertThat(inputs(open(settings, 9).task(4).validation())).containsExactly(heldOut(4, 9));
  }

  @Test
  void readsThePlanesAsInterleavedPixelsUnlessToldOtherwise() {
    Settings scrambled = settings(0, Layout.SCRAMBLED, HoldoutSeed.FIXED);
    Settings image = settings(0, Layout.IMAGE, HoldoutSeed.FIXED);
    float[] seen = inputs(open(scrambled, 1).task(0).test(), 0);
    float[] raw = inputs(open(image, 1).task(0).test(), 0);

    assertThat(raw).containsExactly(image(Split.TEST, 4));
    // tensor[c][pixel] = raw[3 pixel + c]
    assertThat(seen)
        .containsExactly(
            raw[0], raw[3], raw[6], raw[9], raw[1], raw[4], raw[7], raw[10], raw[2], raw[5], raw[8],
            raw[11]);
  }

  @Test
  void learnsTheFirstTasksOnlyIfAsked() {
    Settings settings =
        new Settings(
            2, 1, Layout.IMAGE, IMAGES.selection(), 0.05, HoldoutSeed.FIXED, Optional.of(10));
    TaskStream stream = open(settings, 1);

    assertThat(stream.size()).isEqualTo(2);
    assertThat(stream.outputs()).isEqualTo(10);
    assertThat(stream.task(1).train().size()).isEqualTo(10);
    assertThat(benchmark.dimensions(settings)).contains(new Dimensions(List.of(3, 2, 2), 10, 2));
  }

  @Test
  void refusesADataSetOfAnotherNumberOfClasses() {
    GeneratedImages ten = new GeneratedImages("digits", List.of(1, 2, 2), 10, 100, 10);
    Settings settings =
        new Settings(
            20, 0, Layout.IMAGE, ten.selection(), 0.05, HoldoutSeed.FIXED, Optional.empty());

    assertThatThrownBy(() -> open(settings, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot divide data set 'digits' into the superclasses of CIFAR-100: it has 10 classes,"
                + " not 100. Choose another 'dataSet', or benchmark 'split'.");
  }

  private static Settings settings(int order, Layout layout, HoldoutSeed seed) {
    return new Settings(20, order, layout, IMAGES.selection(), 0.05, seed, Optional.empty());
  }

  private TaskStream open(Settings settings, long seed) {
    return benchmark.open(settings, new DataStore(Path.of("none")), new RandomStreams(seed));
  }

  private static float[] heldOut(int superclass, int seed) {
    int[] members =
        IntStream.range(0, 100 * PER_CLASS)
            .filter(i -> Cifar100Superclass.ALL.get(superclass).fineLabels().contains(i % 100))
            .toArray();
    new NumpyRandom(seed).shuffle(members);
    float[] values = new float[5 * 12];
    for (int i = 0; i < 5; i++) {
      System.arraycopy(image(Split.TRAIN, members[i]), 0, values, 12 * i, 12);
    }
    return values;
  }

  private static float[] image(Split split, int index) {
    float[] values = new float[12];
    for (int p = 0; p < values.length; p++) {
      values[p] = (GeneratedImages.pixel(split, index, p) & 0xFF) / 255f;
    }
    return values;
  }
}
