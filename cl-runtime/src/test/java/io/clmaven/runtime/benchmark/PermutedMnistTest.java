package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.PermutedMnist.Permutations;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.NumpyRandom;
import io.clmaven.runtime.random.TorchRandom;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermutedMnistTest {

  @TempDir Path cache;

  private final PermutedMnist benchmark = new PermutedMnist();
  private BenchmarkFixture fixture;

  @BeforeEach
  void writeData() {
    fixture = new BenchmarkFixture(cache);
  }

  @Test
  void describesTheStream() {
    TaskStream stream = fixture.open(benchmark, fixture.permuted(4, 0.1), 2);

    assertThat(stream.size()).isEqualTo(4);
    assertThat(stream.inputShape()).containsExactly(12);
    assertThat(stream.outputs()).isEqualTo(3);
    assertThat(stream.task(3).index()).isEqualTo(3);
    assertThat(stream.task(3).outputs()).isEqualTo(new OutputRange(0, 3));
    assertThat(benchmark.scenario(fixture.permuted(4, 0.1))).isEqualTo(Scenario.DOMAIN);
  }

  @Test
  void holdsOutTheFirstImagesInFileOrder() {
    Task task = fixture.open(benchmark, fixture.permuted(1, 0.1), 0).task(0);
    int[] permutation = new PixelPermutations(1, 0).permutation(0, 12);

    assertThat(task.validation().size()).isEqualTo(6);
    assertThat(task.train().size()).isEqualTo(54);
    assertThat(task.test().size()).isEqualTo(30);
    assertThat(inputs(task.validation(), 5)).containsExactly(permuted(5, permutation));
    assertThat(inputs(task.train(), 0)).containsExactly(permuted(6, permutation));
    assertThat(labels(task.train())).startsWith(0, 1, 2, 0);
  }

  @Test
  void permutesTheNormalisedPixelsOfEveryTaskDifferently() {
    TaskStream stream = fixture.open(benchmark, fixture.permuted(10, 0), 2);

    for (int i = 0; i < 10; i++) {
      int[] permutation = new PixelPermutations(10, 2).permutation(i, 12);
      assertThat(inputs(stream.task(i).test(), 7)).containsExactly(permuted(7, permutation));
      assertThat(inputs(stream.task(i).train(), 59, 7))
          .startsWith(permuted(59, permutation))
          .endsWith(permuted(7, permutation));
    }
    assertThat(stream.task(0).name()).isEqualTo("permutation 400");
  }

  @Test
  void normalisesStepByStepInSinglePrecision() {
    PermutedMnist.Settings settings = fixture.normalised(List.of(0.1307), List.of(0.3081));

    float[] first = inputs(fixture.open(benchmark, settings, 0).task(0).train(), 1);

    // Pixel 0 of image 1 is 31: 31 / 255 = 0.121568628, - 0.1307 = -0.00913137943, / 0.3081.
    assertThat(first[0]).isEqualTo(-0.0296377148f);
  }

  @Test
  void givesEqualContentAtEveryCallAlsoForEarlierTasks() {
    TaskStream stream = fixture.open(benchmark, fixture.permuted(3, 0.1), 5);
    float[] first = inputs(stream.task(0).train());
    float[] second = inputs(stream.task(1).train());

    assertThat(inputs(stream.task(0).train())).containsExactly(first);
    assertThat(inputs(stream.task(1).train())).containsExactly(second);
    assertThat(inputs(fixture.open(benchmark, fixture.permuted(3, 0.1), 5).task(1).train()))
        .containsExactly(second);
  }

  @Test
  void drawsTrainingSamplesOfItsOwnForEveryTask() {
    PermutedMnist.Settings settings = fixture.sampled(0, 20, SampleChoice.RANDOM);

    TaskStream stream = fixture.open(benchmark, settings, 1);

    assertThat(stream.task(0).train().size()).isEqualTo(20);
    assertThat(labels(stream.task(0).train())).isNotEqualTo(labels(stream.task(1).train()));
  }

  @Test
  void drawsThePermutationsOfGemForEverySeed() {
    PermutedMnist.Settings settings = fixture.permuted(2, Permutations.GEM, 0, HoldoutChoice.FIRST);

    for (long seed : new long[] {-7, 0, 1}) {
      TaskStream stream = fixture.open(benchmark, settings, seed);
      int[] permutation = new GemPermutations().permutation(1, 12);
      assertThat(inputs(stream.task(1).test(), 7)).containsExactly(permuted(7, permutation));
      assertThat(stream.task(1).name()).isEqualTo("permutation 1");
    }
  }

  @Test
  void showsTheFirstTaskOfTagAsItIsAndDrawsTheOthersBySeed() {
    TaskStream stream = fixture.open(benchmark, fixture.permutedByTag(3), 2);
    float[] second = inputs(stream.task(1).test(), 7);
    float[] upright = permuted(7, IntStream.range(0, 12).toArray());

    assertThat(stream.task(0).name()).isEqualTo("not permuted");
    assertThat(inputs(stream.task(0).test(), 7)).containsExactly(upright);
    assertThat(second).isNotEqualTo(upright).containsExactlyInAnyOrder(upright);
    assertThat(inputs(stream.task(2).test(), 7)).isNotEqualTo(second);
    assertThat(inputs(fixture.open(benchmark, fixture.permutedByTag(2), 2).task(1).test(), 7))
        .containsExactly(second);
    assertThat(inputs(fixture.open(benchmark, fixture.permutedByTag(2), 3).task(1).test(), 7))
        .isNotEqualTo(second);
  }

  @Test
  void givesEveryTaskAHeadIfAsked() {
    TaskStream stream = fixture.open(benchmark, fixture.permutedByTag(3), 2);

    assertThat(benchmark.scenario(fixture.permutedByTag(3))).isEqualTo(Scenario.TASK);
    assertThat(stream.outputs()).isEqualTo(9);
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(3, 6));
    assertThat(labels(stream.task(1).train())).startsWith(0, 1, 2, 0);
  }

  @Test
  void learnsFromTheFirstImagesIfAsked() {
    Task task = fixture.open(benchmark, fixture.sampled(0.1, 3, SampleChoice.FIRST), 1).task(0);

    assertThat(task.train().size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(inputs(task.train(), i)[0]).isEqualTo(value(6 + i, 0));
    }
  }

  @Test
  void drawsTrainingSamplesWithTorchTaskAfterTask() {
    TaskStream stream = fixture.open(benchmark, fixture.sampled(0, 2, SampleChoice.TORCH), 3);
    TorchRandom torch = new TorchRandom(3);
    int[] first = torch.permutation(60);
    int[] second = torch.permutation(60);

    assertThat(labels(stream.task(0).train()))
        .containsExactlyInAnyOrder(first[0] % 3, first[1] % 3);
    assertThat(labels(stream.task(1).train()))
        .containsExactlyInAnyOrder(second[0] % 3, second[1] % 3);
  }

  @Test
  void holdsOutTheFirstImagesAfterNumpysShuffle() {
    PermutedMnist.Settings settings =
        fixture.permuted(1, Permutations.GEM, 0.1, HoldoutChoice.NUMPY);
    Task task = fixture.open(benchmark, settings, 5).task(0);
    int[] order = new NumpyRandom(5).permutation(60);

    assertThat(labels(task.validation()))
        .containsExactly(IntStream.range(0, 6).map(i -> order[i] % 3).toArray());
    assertThat(labels(task.train()))
        .containsExactly(IntStream.range(6, 60).map(i -> order[i] % 3).toArray());
  }

  @Test
  void refusesSeedsThatTorchDoesNotTakeFromTheOfficialCode() {
    assertThatThrownBy(
            () -> fixture.open(benchmark, fixture.sampled(0, 2, SampleChoice.TORCH), 1L << 31))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot draw the training samples for seed 2147483648: the official generator takes"
                + " seeds of 0 to 2147483647. Choose another seed.");
  }

  @Test
  void refusesMoreTrainingSamplesThanThereAre() {
    PermutedMnist.Settings settings = fixture.sampled(0.1, 55, SampleChoice.RANDOM);

    assertThatThrownBy(() -> fixture.open(benchmark, settings, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot draw 55 training samples for a task: it has 54 after validation. Set"
                + " 'trainingSamples' to at most 54.");
  }

  @Test
  void refusesSeedsThatTheOfficialGeneratorDoesNotTake() {
    assertThatThrownBy(() -> fixture.open(benchmark, fixture.permuted(2, 0), -1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot make the permutations of 'permuted-mnist' for seed -1: the official generator"
                + " takes seeds of 0 to 2147483647. Choose another seed.");
  }

  @Test
  void refusesMeansThatDoNotFitTheChannels() {
    PermutedMnist.Settings settings = fixture.normalised(List.of(0.1, 0.2), List.of(1.0));

    assertThatThrownBy(() -> fixture.open(benchmark, settings, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot normalise the images: 'mean' has 2 values, but the images have 1 channels. Give"
                + " one value, or one per channel.");
  }

  private static float[] permuted(int image, int[] permutation) {
    float[] values = new float[12];
    IntStream.range(0, 12).forEach(k -> values[k] = value(image, permutation[k]));
    return values;
  }
}
