package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.FiveDatasets.Entry;
import io.clmaven.runtime.benchmark.FiveDatasets.Settings;
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

class FiveDatasetsTest {

  private static final GeneratedImages COLOURED =
      new GeneratedImages("coloured", List.of(3, 32, 32), 4, 60, 8);
  private static final GeneratedImages GREY =
      new GeneratedImages("grey", List.of(1, 28, 28), 3, 40, 6);

  private final FiveDatasets benchmark = new FiveDatasets();

  @Test
  void showsOneDataSetAfterTheOther() {
    TaskStream stream = open(settings(entry(COLOURED), entry(GREY)), 5);

    assertThat(stream.size()).isEqualTo(2);
    assertThat(stream.inputShape()).containsExactly(3, 32, 32);
    assertThat(stream.outputs()).isEqualTo(7);
    assertThat(stream.task(0).outputs()).isEqualTo(new OutputRange(0, 4));
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(4, 7));
    assertThat(stream.task(1).name()).isEqualTo("grey");
    assertThat(labels(stream.task(1).test())).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(benchmark.dimensions(settings(entry(COLOURED), entry(GREY))))
        .contains(new Dimensions(List.of(3, 32, 32), 7, 2));
    assertThat(benchmark.scenario(settings(entry(GREY)))).isEqualTo(Scenario.TASK);
  }

  @Test
  void holdsOutTheSameImagesForEverySeed() {
    int[] order = new NumpyRandom(1).permutation(60);

    for (long seed : new long[] {-4, 1, 2}) {
      Task task = open(settings(entry(COLOURED)), seed).task(0);
      assertThat(labels(task.validation()))
          .containsExactly(order[0] % 4, order[1] % 4, order[2] % 4);
      assertThat(labels(task.train()))
          .containsExactly(IntStream.range(3, 60).map(i -> order[i] % 4).toArray());
    }
  }

  @Test
  void normalisesEveryChannelOfColouredImages() {
    Entry entry = entry(COLOURED, List.of(0.1, 0.2, 0.3), List.of(0.5, 0.6, 0.7));
    float[] image = inputs(open(settings(entry), 1).task(0).test(), 3);

    assertThat(image[5]).isEqualTo((level(3, 5) - 0.1f) / 0.5f);
    assertThat(image[1024 + 5]).isEqualTo((level(3, 1024 + 5) - 0.2f) / 0.6f);
    assertThat(image[2048 + 1023]).isEqualTo((level(3, 2048 + 1023) - 0.3f) / 0.7f);
  }

  @Test
  void repeatsGreyImagesInABlackFrameOfTwoPixels() {
    Entry entry = entry(GREY, List.of(0.25), List.of(0.5));
    float[] image = inputs(open(settings(entry), 1).task(0).test(), 3);
    float black = -0.5f;

    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 32; y++) {
        for (int x = 0; x < 32; x++) {
          boolean inside = y >= 2 && y < 30 && x >= 2 && x < 30;
          float expected = inside ? (level(3, (y - 2) * 28 + x - 2) - 0.25f) / 0.5f : black;
          assertThat(image[(c * 32 + y) * 32 + x]).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void leavesNothingOfALargerImageInTheFrame() {
    TaskStream stream = open(settings(entry(GREY), entry(COLOURED), entry(GREY)), 1);
    float[] before = inputs(stream.task(0).test());
    inputs(stream.task(1).test());

    assertThat(inputs(stream.task(2).test())).containsExactly(before);
  }

  @Test
  void enlargesGreyImagesIfAsked() {
    TaskStream stream = open(tag(Optional.empty()), 1);
    float[] image = inputs(stream.task(0).test(), 3);
    byte[] small = new byte[28 * 28];
    GREY.image(Split.TEST, 3, small);
    float[] enlarged = new float[3 * 1024];
    List<Integer> shape = List.of(3, 32, 32);
    Inputs levels = new Normalisation(shape, PixelMoments.NONE);
    new EnlargedInputs(List.of(1, 28, 28), shape, levels).fill(small, enlarged, 0);

    assertThat(image).containsExactly(enlarged);
  }

  @Test
  void leavesOutputsUnusedIfAsked() {
    TaskStream stream = open(tag(Optional.of(100)), 1);

    assertThat(stream.outputs()).isEqualTo(100);
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(3, 7));
    assertThat(benchmark.dimensions(tag(Optional.of(100))))
        .contains(new Dimensions(List.of(3, 32, 32), 100, 2));
  }

  @Test
  void refusesFewerOutputsThanClasses() {
    assertThatThrownBy(() -> open(tag(Optional.of(6)), 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot answer 7 classes with 6 outputs. Set 'outputs' to at least 7, or leave it out.");
  }

  @Test
  void readsAllDataSets() {
    assertThat(benchmark.dataSets(settings(entry(COLOURED), entry(GREY))))
        .extracting(selection -> selection.name())
        .containsExactly("coloured", "grey");
  }

  @Test
  void refusesLargerImages() {
    GeneratedImages large = new GeneratedImages("large", List.of(3, 64, 64), 2, 10, 10);

    assertThatThrownBy(() -> open(settings(entry(large)), 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot show the images of data set 'large' as 3 x 32 x 32: they are 3 x 64 x 64. Choose"
                + " a data set of grey or coloured images of at most 32 x 32 pixels.");
  }

  @Test
  void refusesThreeMeansForGreyImages() {
    Entry entry = entry(GREY, List.of(0.1, 0.2, 0.3), List.of(1.0));

    assertThatThrownBy(() -> open(settings(entry), 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot normalise the images: 'mean' has 3 values, but the images have 1 channels. Give"
                + " one value, or one per channel.");
  }

  @Test
  void refusesAnEmptyList() {
    assertThatThrownBy(() -> settings())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'dataSets' is empty. List at least one data set.");
  }

  private static Settings tag(Optional<Integer> outputs) {
    return new Settings(
        List.of(entry(GREY), entry(COLOURED)),
        0,
        Optional.empty(),
        Optional.of(Fit.BILINEAR),
        outputs);
  }

  private static Entry entry(GeneratedImages images) {
    return new Entry(images.selection(), PixelMoments.NONE);
  }

  private static Entry entry(GeneratedImages images, List<Double> mean, List<Double> deviation) {
    return new Entry(images.selection(), new PixelMoments(mean, deviation));
  }

  private static Settings settings(Entry... entries) {
    return new Settings(
        List.of(entries), 0.05, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private TaskStream open(Settings settings, long seed) {
    return benchmark.open(settings, new DataStore(Path.of("none")), new RandomStreams(seed));
  }

  private static float level(int image, int position) {
    return (GeneratedImages.pixel(Split.TEST, image, position) & 0xFF) / 255f;
  }
}
