package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of 4 x 3 pixels. */
class AugmentationTest {

  private static final float BLACK = -0.5f; // (0 - 0.25) / 0.5

  @TempDir Path cache;

  private BenchmarkFixture fixture;

  @BeforeEach
  void writeData() {
    fixture = new BenchmarkFixture(cache);
  }

  @Test
  void takesEveryCropOfTheImageInItsFrame() {
    Set<List<Float>> seen = presentations(new Augmentation(1, false));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(crops(1, false));
  }

  @Test
  void mirrorsImagesFromLeftToRight() {
    Set<List<Float>> seen = presentations(new Augmentation(0, true));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(crops(0, true));
  }

  @Test
  void mirrorsCropsToo() {
    Set<List<Float>> seen = presentations(new Augmentation(1, true));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(crops(1, true));
  }

  @Test
  void changesTrainingImagesOnlyWhileTheyAreLearntFrom() {
    Task plain =
        fixture
            .open(new SplitDataSet(), fixture.split(Scenario.TASK, 3, ClassOrder.LABELS), 4)
            .task(1);
    Task task = open(new Augmentation(2, true), 4);

    assertThat(inputs(task.train())).containsExactly(inputs(plain.train()));
    assertThat(inputs(task.validation())).containsExactly(inputs(plain.validation()));
    assertThat(inputs(task.test())).containsExactly(inputs(plain.test()));
    assertThat(labels(task.presented())).containsExactly(labels(plain.train()));
    assertThat(inputs(task.presented())).isNotEqualTo(inputs(plain.train()));
    assertThat(plain.presented()).isSameAs(plain.train());
  }

  @Test
  void saysThatTheInputsDoNotComeAgain() {
    Task task = open(new Augmentation(1, false), 4);

    assertThat(task.presented().recurring()).isSameAs(InputRows.NONE);
    assertThat(task.train().recurring()).isSameAs(task.train());
  }

  @Test
  void drawsFromTheStreamOfTheTrialThatCheckpointsHold() {
    RandomStreams random = new RandomStreams(4);
    Task task =
        new SplitDataSet()
            .open(fixture.augmented(new Augmentation(1, false)), fixture.store(), random)
            .task(0);
    RandomStream expected = new RandomStreams(4).stream("augmentation");

    inputs(task.presented(), 0, 1, 2);
    for (int i = 0; i < 6; i++) {
      expected.nextInt(3);
    }

    assertThat(random.stream("augmentation").nextLong()).isEqualTo(expected.nextLong());
  }

  @Test
  void refusesAFrameThatACropCanMissTheImageIn() {
    assertThatThrownBy(() -> open(new Augmentation(3, false), 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot take crops of images of 1 x 4 x 3 from a frame of 3 pixels: a crop could miss"
                + " the image. Set 'padding' to at most 2.");
  }

  private Task open(Augmentation augmentation, long seed) {
    return fixture.open(new SplitDataSet(), fixture.augmented(augmentation), seed).task(1);
  }

  /** Returns all that is seen of the first training image of task 1. */
  private Set<List<Float>> presentations(Augmentation augmentation) {
    Task task = open(augmentation, 1);
    Set<List<Float>> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      seen.add(boxed(inputs(task.presented(), 0)));
    }
    return seen;
  }

  private Set<List<Float>> crops(int padding, boolean flip) {
    float[] image = inputs(open(new Augmentation(0, false), 1).train(), 0);
    Set<List<Float>> crops = new HashSet<>();
    for (int top = -padding; top <= padding; top++) {
      for (int left = -padding; left <= padding; left++) {
        crops.add(boxed(crop(image, top, left, 1)));
        if (flip) {
          crops.add(boxed(crop(image, top, left, -1)));
        }
      }
    }
    return crops;
  }

  private static float[] crop(float[] image, int top, int left, int direction) {
    float[] crop = new float[12];
    for (int p = 0; p < 12; p++) {
      int y = p / 3 + top;
      int x = (direction > 0 ? p % 3 : 2 - p % 3) + left;
      crop[p] = y >= 0 && y < 4 && x >= 0 && x < 3 ? image[3 * y + x] : BLACK;
    }
    return crop;
  }

  private static List<Float> boxed(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
