package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.benchmark.BenchmarkFixture.inputs;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.labels;
import static io.clmaven.runtime.benchmark.BenchmarkFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.NumpyRandom;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitBenchmarkTest {

  @TempDir Path cache;

  private final SplitDataSet benchmark = new SplitDataSet();
  private BenchmarkFixture fixture;

  @BeforeEach
  void writeData() {
    fixture = new BenchmarkFixture(cache);
  }

  @Test
  void givesEveryTaskAHeadWhereTheTaskIsKnown() {
    TaskStream stream = open(fixture.split(Scenario.TASK, 3, ClassOrder.LABELS), 0);

    assertThat(stream.outputs()).isEqualTo(3);
    assertThat(stream.task(2).outputs()).isEqualTo(new OutputRange(2, 3));
    assertThat(stream.task(2).name()).isEqualTo("two");
    assertThat(labels(stream.task(2).train())).hasSize(18).containsOnly(0);
    assertThat(labels(stream.task(2).validation())).hasSize(2).containsOnly(0);
    assertThat(inputs(stream.task(2).test(), 1)[0]).isEqualTo(value(5, 0));
  }

  @Test
  void letsAllClassesCompeteInTheClassScenario() {
    TaskStream stream = open(fixture.split(Scenario.CLASS, 3, ClassOrder.LABELS), 0);

    assertThat(stream.outputs()).isEqualTo(3);
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(0, 3));
    assertThat(labels(stream.task(1).test())).hasSize(10).containsOnly(1);
  }

  @Test
  void sharesTheOutputsInTheDomainScenario() {
    TaskStream stream = open(fixture.split(Scenario.DOMAIN, 3, ClassOrder.LABELS), 0);

    assertThat(stream.outputs()).isEqualTo(1);
    assertThat(stream.task(1).outputs()).isEqualTo(new OutputRange(0, 1));
    assertThat(labels(stream.task(1).test())).containsOnly(0);
  }

  @Test
  void usesSomeOfTheClassesIfAsked() {
    TaskStream stream = open(withClassesPerTask(1, 2), 0);

    assertThat(stream.outputs()).isEqualTo(2);
    assertThat(stream.task(0).name()).isEqualTo("zero, one");
    assertThat(labels(stream.task(0).test())).hasSize(20).containsOnly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5})
  void dividesAllTestImagesAmongTheTasks(long seed) {
    TaskStream stream = open(fixture.split(Scenario.TASK, 3, ClassOrder.RANDOM), seed);
    TreeSet<String> names = new TreeSet<>();
    IntStream.range(0, 3).forEach(i -> names.add(stream.task(i).name()));

    assertThat(names).containsExactly("one", "two", "zero");
    assertThat(IntStream.range(0, 3).map(i -> stream.task(i).test().size()).sum()).isEqualTo(30);
  }

  @Test
  void drawsTheClassOrderFromTheSeed() {
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(
                    seed ->
                        open(fixture.split(Scenario.TASK, 3, ClassOrder.RANDOM), seed)
                            .task(0)
                            .name())
                .distinct())
        .containsExactlyInAnyOrder("zero", "one", "two");
  }

  @ParameterizedTest
  @CsvSource({"0, zero two one", "1, one two zero", "6, one zero two"})
  void ordersTheClassesAsPythonShufflesThem(long seed, String names) {
    TaskStream stream = open(fixture.split(Scenario.TASK, 3, ClassOrder.PYTHON), seed);

    assertThat(IntStream.range(0, 3).mapToObj(i -> stream.task(i).name()))
        .containsExactly(names.split(" "));
  }

  @Test
  void holdsOutTheSameShareOfEveryClass() {
    SplitDataSet.Settings settings = fixture.split(Scenario.TASK, 0.2, HoldoutChoice.PER_CLASS);

    for (long seed = 0; seed < 5; seed++) {
      Task task = open(settings, seed).task(0);
      assertThat(labels(task.validation()))
          .containsExactlyInAnyOrder(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
      assertThat(task.train().size()).isEqualTo(48);
    }
  }

  @Test
  void holdsOutTheFirstImagesOfATaskAfterNumpysShuffle() {
    Task task = open(fixture.split(Scenario.TASK, 0.1, HoldoutChoice.NUMPY), 4).task(0);
    int[] order = new NumpyRandom(4).permutation(60);

    for (int i = 0; i < 6; i++) {
      assertThat(inputs(task.validation(), i)[0]).isEqualTo(value(order[i], 0));
    }
    assertThat(inputs(task.train(), 0)[0]).isEqualTo(value(order[6], 0));
  }

  @Test
  void refusesSeedsThatPythonTakesInAnotherWay() {
    assertThatThrownBy(() -> open(fixture.split(Scenario.TASK, 3, ClassOrder.PYTHON), -1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot draw the class order for seed -1: the official generator takes seeds of 0 to"
                + " 2147483647. Choose another seed.");
  }

  @Test
  void refusesSeedsThatNumpyDoesNotTake() {
    assertThatThrownBy(() -> open(fixture.split(Scenario.TASK, 0.1, HoldoutChoice.NUMPY), -1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot draw the validation images for seed -1: the official generator takes seeds of 0"
                + " to 2147483647. Choose another seed.");
  }

  @Test
  void refusesMoreClassesThanThereAre() {
    assertThatThrownBy(() -> open(withClassesPerTask(2, 2), 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot split data set 'tiny' into 2 tasks of 2 classes: it has 3 classes. Choose"
                + " 'tasks' and 'classesPerTask' so that their product is at most 3.");
  }

  @Test
  void refusesAnUnevenDivision() {
    assertThatThrownBy(() -> open(fixture.split(Scenario.TASK, 2, ClassOrder.LABELS), 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot split the 3 classes of data set 'tiny' into 2 equal tasks. Choose another number"
                + " of 'tasks', or set 'classesPerTask'.");
  }

  @Test
  void refusesATaskWithoutTestImages() {
    BenchmarkFixture few = new BenchmarkFixture(cache, 60, 2);

    assertThatThrownBy(() -> few.open(benchmark, few.split(Scenario.TASK, 3, ClassOrder.LABELS), 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot make task 'two': the data set has no test images of its classes. Add some, or"
                + " leave these classes out.");
  }

  @Test
  void refusesATaskWithoutTrainingImages() {
    BenchmarkFixture few = new BenchmarkFixture(cache, 2, 30);

    assertThatThrownBy(() -> few.open(benchmark, few.split(Scenario.TASK, 3, ClassOrder.LABELS), 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot make task 'two': the data set has no training images of its classes. Add some,"
                + " or leave these classes out.");
  }

  private TaskStream open(Record settings, long seed) {
    return fixture.open(benchmark, settings, seed);
  }

  private SplitDataSet.Settings withClassesPerTask(int tasks, int classes) {
    return new SplitDataSet.Settings(
        new ClassSplit(Scenario.TASK, tasks, Optional.of(classes), ClassOrder.LABELS),
        fixture.dataSet(),
        0.1,
        HoldoutChoice.RANDOM,
        Optional.empty(),
        BenchmarkFixture.MOMENTS,
        Optional.empty());
  }
}
