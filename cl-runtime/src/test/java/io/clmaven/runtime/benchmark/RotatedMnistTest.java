package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.RotatedMnist.Angles;
import io.clmaven.runtime.engine.OutputRange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatedMnistTest {

  @TempDir Path cache;

  private final RotatedMnist benchmark = new RotatedMnist();
  private BenchmarkFixture fixture;

  @BeforeEach
  void writeData() {
    fixture = new BenchmarkFixture(cache);
  }

  @Test
  void turnsTaskAfterTaskByTheStep() {
    TaskStream stream = fixture.open(benchmark, fixture.rotated(3, 180, Angles.EVEN), 1);

    assertThat(stream.inputShape()).containsExactly(1, 4, 3);
    assertThat(stream.task(0).name()).isEqualTo("0 degrees");
    assertThat(stream.task(1).name()).isEqualTo("180 degrees");
    float[] upright = inputs(stream.task(0).test(), 9);
    float[] upsideDown = inputs(stream.task(1).test(), 9);
    for (int p = 0; p < 12; p++) {
      assertThat(upright[p]).isEqualTo(value(9, p));
      assertThat(upsideDown[p]).isEqualTo(value(9, 11 - p));
    }
  }

  @Test
  void drawsAnglesInsideTheirPartOfTheCircle() {
    TaskStream stream = fixture.open(benchmark, fixture.rotated(12, 15, Angles.RANDOM), 1);

    for (int i = 0; i < 12; i++) {
      double angle = Double.parseDouble(stream.task(i).name().split(" ")[0]);
      assertThat(angle).isBetween(15.0 * i, 15.0 * (i + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 360", "2, 180", "3, 120", "4, 90", "5, 60", "6, 60", "7, 45", "8, 45", "9, 30", "10, 30",
    "11, 10", "20, 10"
  })
  void drawsAnglesOfTagBehindAStepForTheNumberOfTasks(int tasks, double step) {
    TaskStream stream = fixture.open(benchmark, fixture.rotated(tasks, 1, Angles.TAG), 1);

    for (int i = 0; i < tasks; i++) {
      double angle = Double.parseDouble(stream.task(i).name().split(" ")[0]);
      assertThat(angle).isBetween(step * (i - 1), step * i);
      assertThat(angle % step).isNotZero();
    }
  }

  @Test
  void givesEveryTaskAHeadIfAsked() {
    RotatedMnist.Settings settings = fixture.rotated(3, Angles.TAG, Optional.of(Heads.PER_TASK));
    TaskStream stream = fixture.open(benchmark, settings, 1);

    assertThat(benchmark.scenario(settings)).isEqualTo(Scenario.TASK);
    assertThat(stream.outputs()).isEqualTo(9);
    assertThat(stream.task(2).outputs()).isEqualTo(new OutputRange(6, 9));
    assertThat(labels(stream.task(2).test())).startsWith(0, 1, 2, 0);
  }

  @Test
  void holdsOutTheSameImagesInEveryTask() {
    TaskStream stream = fixture.open(benchmark, fixture.rotated(2, 10, Angles.EVEN), 3);

    assertThat(stream.task(0).validation().size()).isEqualTo(6);
    assertThat(stream.task(0).train().size()).isEqualTo(54);
    assertThat(labels(stream.task(0).train())).isEqualTo(labels(stream.task(1).train()));
    assertThat(labels(stream.task(0).validation())).isEqualTo(labels(stream.task(1).validation()));
  }

  @Test
  void dependsOnTheSeedOnly() {
    float[] once = everything(4);

    assertThat(everything(4)).containsExactly(once);
    assertThat(everything(5)).isNotEqualTo(once);
  }

  private float[] everything(long seed) {
    TaskStream stream = fixture.open(benchmark, fixture.rotated(2, 30, Angles.RANDOM), seed);
    float[] all = new float[2 * 54 * 12];
    IntStream.range(0, 2)
        .forEach(
            i -> System.arraycopy(inputs(stream.task(i).train()), 0, all, i * 54 * 12, 54 * 12));
    return all;
  }
}
