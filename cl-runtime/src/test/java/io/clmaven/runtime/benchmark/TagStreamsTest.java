package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streams of TAG over generated images: classes in their natural order, tasks of unequal size. */
class TagStreamsTest {

  private static final List<Double> CUB_MEAN = List.of(0.40956863, 0.45992157, 0.48698039);
  private static final List<Double> CUB_DEVIATION = List.of(0.0019607843);

  /** Of class 0 there are 16 images to learn from, of the others 15; of two 3 to test, else 2. */
  private static final GeneratedImages BIRDS =
      new GeneratedImages("birds", List.of(3, 5, 4), 4, 61, 10);

  @Test
  void keepTheNaturalOrderOfTheClasses() {
    TaskStream stream = open(0, CUB_MEAN, CUB_DEVIATION);

    assertThat(stream.outputs()).isEqualTo(4);
    assertThat(stream.task(0).name()).isEqualTo("class 0, class 1");
    assertThat(stream.task(1).name()).isEqualTo("class 2, class 3");
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(2, 4));
  }

  @Test
  void haveTasksOfUnequalSize() {
    TaskStream stream = open(0, CUB_MEAN, CUB_DEVIATION);

    assertThat(stream.task(0).train().size()).isEqualTo(31);
    assertThat(stream.task(1).train().size()).isEqualTo(30);
    assertThat(labels(stream.task(0).test())).containsExactly(0, 1, 0, 1, 0, 1);
    assertThat(labels(stream.task(1).test())).containsExactly(0, 1, 0, 1);
  }

  @Test
  void holdOutATenthOfEachTaskForASearch() {
    TaskStream stream = open(0.1, CUB_MEAN, CUB_DEVIATION);

    assertThat(stream.task(0).validation().size()).isEqualTo(3);
    assertThat(stream.task(0).train().size()).isEqualTo(28);
    assertThat(stream.task(1).validation().size()).isEqualTo(3);
    assertThat(stream.task(1).train().size()).isEqualTo(27);
  }

  @Test
  void subtractTheMeansOfCubInTheOrderOfTheOfficialCode() {
    float[] image = inputs(open(0, CUB_MEAN, CUB_DEVIATION).task(0).test(), 0);
    double[] means = {103.94, 116.78, 123.68}; // from red, green, blue

    for (int p = 0; p < 60; p++) {
      double level = GeneratedImages.pixel(Split.TEST, 0, p) & 0xFF;
      assertThat((double) image[p])
          .isCloseTo((level - means[p / 20] - 0.5) * 2, within(1e-3)); // of -249 to 302
    }
  }

  @Test
  void scaleMiniImageNetToOneOnEitherSideOfZero() {
    float[] image = inputs(open(0, List.of(0.5), List.of(0.5)).task(0).test(), 0);

    for (int p = 0; p < 60; p++) {
      int level = GeneratedImages.pixel(Split.TEST, 0, p) & 0xFF;
      assertThat(image[p]).isEqualTo((level / 255f - 0.5f) * 2);
    }
  }

  private static TaskStream open(double validation, List<Double> mean, List<Double> deviation) {
    SplitDataSet.Settings settings =
        new SplitDataSet.Settings(
            new ClassSplit(Scenario.TASK, 2, Optional.empty(), ClassOrder.LABELS),
            BIRDS.selection(),
            validation,
            HoldoutChoice.RANDOM,
            Optional.empty(),
            new PixelMoments(mean, deviation),
            Optional.empty());
    return new SplitDataSet().open(settings, new DataStore(Path.of("none")), new RandomStreams(1));
  }
}
