package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassGroupsTest {

  @Property(tries = 200)
  void tasksAreDisjointAndCoverAllClasses(
      @ForAll @IntRange(min = 1, max = 10) int perTask,
      @ForAll @IntRange(min = 1, max = 10) int tasks,
      @ForAll long seed,
      @ForAll Scenario scenario) {
    int classes = perTask * tasks;
    int[] order = new RandomStreams(seed).stream("x").permutation(classes);
    ClassGroups groups = new ClassGroups(order, perTask, scenario);
    int[] owners = new int[classes];

    for (int t = 0; t < tasks; t++) {
      int[] labels = groups.labels(t, classes);
      IntStream.range(0, classes).filter(c -> labels[c] >= 0).forEach(c -> owners[c]++);
      assertThat(Arrays.stream(labels).filter(label -> label >= 0).distinct().count())
          .isEqualTo(perTask);
      assertThat(Arrays.stream(labels).max().getAsInt()).isLessThan(groups.outputs(t).size());
      assertThat(groups.outputs(t).to()).isLessThanOrEqualTo(groups.outputs());
    }
    assertThat(owners).containsOnly(1);
  }

  @Test
  void namesManyClassesByTheFirstAndTheLast() {
    ClassGroups groups = new ClassGroups(new int[] {5, 4, 3, 2, 1, 0}, 6, Scenario.TASK);

    assertThat(groups.name(0, List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("f .. a");
  }
}
