package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.RotatedMnist.Angles;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
