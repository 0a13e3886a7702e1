package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ReplayBufferTest {

  private static final OutputRange SECOND_HEAD = new OutputRange(3, 6);

  /** One sample of a buffer. */
  private record Sample(List<Float> input, int label, int task) {}

  @Test
  void keepsInputsGlobalLabelsAndTasksInTheGivenOrder() {
    ReplayBuffer buffer = new ReplayBuffer(4, 2);
    buffer.offer(batch(10, 3), new int[] {2, 0, 1}, 7, new RecordedDraws());
    assertThat(content(buffer))
        .containsExactly(
            new Sample(List.of(12f, 12.5f), 5, 7),
            new Sample(List.of(10f, 10.5f), 3, 7),
            new Sample(List.of(11f, 11.5f), 4, 7));
  }

  @Test
  void aSlotThatIsNotInUseCannotBeRead() {
    ReplayBuffer buffer = new ReplayBuffer(4, 2);
    buffer.offer(batch(0, 1), new int[] {0}, 0, new RecordedDraws());
    assertThatThrownBy(() -> buffer.label(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Property(tries = 50)
  void contentDependsOnTheDrawsOnly(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 12) int capacity,
      @ForAll @IntRange(min = 1, max = 7) int batchSize) {
    ReplayBuffer inBatches = new ReplayBuffer(capacity, 2);
    ReplayBuffer oneByOne = new ReplayBuffer(capacity, 2);
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(seed));
    ReplayDraws same = ReplayDraws.of(new RandomStreams(seed));
    for (int first = 0; first < 5 * batchSize; first += batchSize) {
      inBatches.offer(batch(first, batchSize), rows(batchSize), 0, draws);
      for (int row : rows(batchSize)) {
        oneByOne.offer(batch(first, batchSize), new int[] {row}, 0, same);
      }
    }
    assertThat(content(inBatches)).isEqualTo(content(oneByOne));
  }

  @Property(tries = 50)
  void goesOnAfterALoadAsIfNothingHadHappened(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 12) int capacity,
      @ForAll @IntRange(min = 0, max = 20) int before)
      throws Exception {
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(seed));
    ReplayBuffer through = new ReplayBuffer(capacity, 2);
    through.offer(batch(0, 20), rows(before), 1, draws);
    ReplayBuffer resumed = new ReplayBuffer(capacity, 2);
    resumed.load(new StateReader(new ByteArrayInputStream(saved(through))));
    assertThat(content(resumed)).isEqualTo(content(through));

    RandomStreams next = new RandomStreams(seed + 1);
    through.offer(batch(50, 9), rows(9), 2, ReplayDraws.of(next));
    resumed.offer(batch(50, 9), rows(9), 2, ReplayDraws.of(new RandomStreams(seed + 1)));
    assertThat(content(resumed)).isEqualTo(content(through));
  }

  private static byte[] saved(ReplayBuffer buffer) throws Exception {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(state)) {
      buffer.save(out);
    }
    return state.toByteArray();
  }

  private static List<Sample> content(ReplayBuffer buffer) {
    float[] inputs = new float[2 * buffer.size()];
    try (FloatPointer target = new FloatPointer(inputs.length + 1L)) {
      buffer.copy(rows(buffer.size()), 0, buffer.size(), target.position(1));
      target.get(inputs);
    }
    List<Sample> samples = new ArrayList<>();
    for (int slot = 0; slot < buffer.size(); slot++) {
      List<Float> input = List.of(inputs[2 * slot], inputs[2 * slot + 1]);
      samples.add(new Sample(input, buffer.label(slot), buffer.task(slot)));
    }
    return samples;
  }

  /** Sample n has the input (n, n + 0.5) and the label n modulo 3. */
  private static Batch batch(int first, int size) {
    float[][] inputs = new float[size][];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      inputs[i] = new float[] {first + i, first + i + 0.5f};
      labels[i] = i % 3;
    }
    return new Batch(Nd4j.createFromArray(inputs), labels, SECOND_HEAD);
  }

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }
}
