package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldExamplesTest {

  private final Network network =
      Models.compile(
          Engines.installed().choose("onednn"),
          new TinyModel().specify(null, List.of(1, 2, 3), 3),
          1);
  private final TaskStream tasks =
      new TinyBenchmark()
          .open(
              new TinyBenchmark.Parameters(2, 30, 0, TinyBenchmark.Heads.ONE),
              null,
              new RandomStreams(1));

  @AfterEach
  void close() {
    network.close();
  }

  private HeldExamples examples(int batchSize) {
    return new HeldExamples(new Evaluator(network, new SoftmaxCrossEntropy(), batchSize), () -> {});
  }

  @Test
  void theLossIsTheMeanOverAllExamplesWhateverTheBatches() {
    int[] all = IntStream.range(0, 30).toArray();
    double mean =
        IntStream.range(0, 30)
            .mapToDouble(i -> examples(1).on(tasks.task(0), new int[] {i}).loss())
            .average()
            .orElseThrow();
    assertThat(examples(30).on(tasks.task(0), all).loss()).isCloseTo(mean, within(1e-6));
    assertThat(examples(7).on(tasks.task(0), all).loss()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void anotherTaskReplacesTheExamples() {
    HeldExamples held = examples(10);
    int[] some = {3, 1, 20};
    double first = held.on(tasks.task(0), some).loss();
    double second = held.on(tasks.task(1), new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).loss();
    assertThat(second).isNotEqualTo(first);
    assertThat(held.on(tasks.task(0), some).loss()).isEqualTo(first);
  }
}
