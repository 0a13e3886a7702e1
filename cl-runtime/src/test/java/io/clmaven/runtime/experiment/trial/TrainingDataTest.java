package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.Training.LastBatch;
import io.clmaven.runtime.method.TrainingSet;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingDataTest {

  private final RandomStreams random = new RandomStreams(1);

  @Test
  void theLastBatchMayBeSmaller() {
    TrainingData data = data(TinyBenchmark.Heads.ONE, 1);
    assertThat(data.batches()).isEqualTo(5);
    assertThat(data.slice(4).count()).isEqualTo(7); // 47 = 4 x 10 + 7
  }

  @Test
  void tasksWithOneHeadAreShuffledTogether() {
    TrainingData data = data(TinyBenchmark.Heads.ONE, 3);
    assertThat(data.batches()).isEqualTo(15); // 141 examples
    assertThat(data.groups()).hasSize(1);
  }

  @Test
  void aBatchHoldsExamplesOfOneHead() {
    TrainingData data = data(TinyBenchmark.Heads.PER_TASK, 3);
    EpochOrder order = EpochOrder.drawnBy(random);
    order.shuffle(data);
    BatchBuffers buffers = new BatchBuffers(List.of(6));
    Set<Integer> heads = new HashSet<>();
    for (int step = 0; step < data.batches(); step++) {
      TrainingData.Slice slice = data.slice(order.batch(step));
      Batch batch =
          buffers
              .ofSize(slice.count())
              .fill(
                  slice.group().examples(),
                  slice.group().outputs(),
                  order.examples(),
                  slice.from());
      heads.add(batch.outputs().from());
      assertThat(batch.labels()).doesNotContain(3, 4, 5, 6, 7, 8);
    }
    assertThat(heads).containsExactlyInAnyOrder(0, 3, 6);
  }

  @Test
  void everyExampleIsVisitedOnce() {
    TrainingData data = data(TinyBenchmark.Heads.PER_TASK, 3);
    EpochOrder order = EpochOrder.drawnBy(random);
    order.shuffle(data);
    List<String> seen = new ArrayList<>();
    for (int step = 0; step < data.batches(); step++) {
      TrainingData.Slice slice = data.slice(order.batch(step));
      for (int i = 0; i < slice.count(); i++) {
        seen.add(slice.group().first() + ":" + order.examples()[slice.from() + i]);
      }
    }
    assertThat(seen).hasSize(141).doesNotHaveDuplicates();
  }

  @Test
  void theLastBatchMayBeLeftOut() {
    TrainingData data = data(TinyBenchmark.Heads.PER_TASK, 3, training(LastBatch.DROP));
    assertThat(data.batches()).isEqualTo(12); // 3 x 4
    assertThat(data.slice(11).count()).isEqualTo(10);
  }

  @Test
  void aTaskWithLessThanABatchIsNotLeftOut() {
    assertThat(LastBatch.DROP.used(9, 10)).isEqualTo(9);
  }

  private static Training training(LastBatch lastBatch) {
    Training plain = TinyTrial.DEFAULT.experiment().training();
    return new Training(
        plain.epochs(),
        plain.passes(),
        plain.batchSize(),
        lastBatch,
        plain.optimizer(),
        plain.checkpointEvery(),
        plain.evaluationBatchSize(),
        plain.evaluate(),
        plain.saveModel(),
        plain.schedule());
  }

  private TrainingData data(TinyBenchmark.Heads heads, int tasks) {
    return data(heads, tasks, training(LastBatch.KEEP));
  }

  private TrainingData data(TinyBenchmark.Heads heads, int tasks, Training training) {
    TaskStream stream =
        new TinyBenchmark()
            .open(
                new TinyBenchmark.Parameters(3, 47, 10, heads),
                new DataStore(Path.of("unused")),
                random);
    return new TrainingData(
        new TrainingSet(IntStream.range(0, tasks).mapToObj(stream::task).toList()), training);
  }
}
