package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private static final List<Integer> SHAPE = List.of(1, 2, 3);

  @Test
  void mixesTheClassesOfSortedExamplesInTheSameWayEveryTime() {
    SortedExamples test = new SortedExamples();
    Task task = new Task(0, "sorted", new OutputRange(0, 2), test, test, test);
    try (Network network =
        Models.compile(
            Engines.installed().choose("onednn"), new TinyModel().specify(null, SHAPE, 2), 1)) {
      Evaluator evaluator = new Evaluator(network, new SoftmaxCrossEntropy(), 20);
      evaluator.accuracy(task);
      evaluator.accuracy(task);
    }
    List<List<Integer>> first = test.batches.subList(0, 2);
    assertThat(first).allSatisfy(b -> assertThat(b).anyMatch(i -> i < 20).anyMatch(i -> i >= 20));
    assertThat(first.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).boxed().toList());
    assertThat(test.batches.subList(2, 4)).isEqualTo(first);
  }

  /** Twenty examples of class 0, then twenty of class 1; remembers what was asked for. */
  private static final class SortedExamples implements Examples {

    private final List<List<Integer>> batches = new ArrayList<>();

    @Override
    public int size() {
      return 40;
    }

    @Override
    public List<Integer> shape() {
      return SHAPE;
    }

    @Override
    public int label(int index) {
      return index / 20;
    }

    @Override
    public void copy(int[] indices, int from, int count, FloatPointer target) {
      batches.add(Arrays.stream(indices, from, from + count).boxed().toList());
    }
  }
}
