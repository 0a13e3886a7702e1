package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.OutputRange;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a buffer with a {@link BatchReservoir} holds after each batch, for recorded draws. */
public final class BatchReservoirReplay {

  private static final OutputRange OUTPUTS = new OutputRange(0, Integer.MAX_VALUE);

  private final JsonNode file;

  private BatchReservoirReplay(JsonNode file) {
    this.file = file;
  }

  /** Kind {@code reservoir}: one case. */
  public static Stream<DynamicTest> batches(JsonNode file) {
    return Stream.of(DynamicTest.dynamicTest("batches", new BatchReservoirReplay(file)::run));
  }

  private void run() {
    int capacity = field(field(file, "config"), "capacity").intValue();
    ReplayBuffer buffer = new ReplayBuffer(new BatchReservoir(capacity), 1);
    for (JsonNode add : list(field(file, "adds"))) {
      RecordedDraws draws = draws(add);
      int[] ids = data(add, "ids");
      buffer.offer(
          new Batch(inputs(ids), data(add, "y"), OUTPUTS),
          IntStream.range(0, ids.length).toArray(),
          field(add, "task").intValue(),
          draws);
      draws.assertUsedUp();
      assertThat(held(buffer)).as("samples").containsExactly(data(add, "buffer_ids"));
      assertThat(each(buffer, buffer::label)).as("labels").containsExactly(data(add, "buffer_y"));
      assertThat(each(buffer, buffer::task)).as("tasks").containsExactly(data(add, "buffer_t"));
    }
  }

  private static RecordedDraws draws(JsonNode add) {
    RecordedDraws draws = new RecordedDraws();
    if (add.has("uniform")) {
      int range = field(add, "uniform_range").intValue();
      for (float uniform : flat(field(field(add, "uniform"), "data"))) {
        draws.addSlot(range, (int) uniform);
      }
    }
    return draws;
  }

  /** The number of a sample is its input. */
  private static INDArray inputs(int[] ids) {
    float[] inputs = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      inputs[i] = ids[i];
    }
    return Nd4j.createFromArray(inputs).reshape('c', ids.length, 1);
  }

  private static int[] held(ReplayBuffer buffer) {
    float[] values = new float[buffer.size()];
    try (FloatPointer target = new FloatPointer((long) values.length)) {
      buffer.copy(IntStream.range(0, values.length).toArray(), 0, values.length, target);
      target.get(values);
    }
    return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
  }

  private static int[] each(ReplayBuffer buffer, IntUnaryOperator value) {
    return IntStream.range(0, buffer.size()).map(value).toArray();
  }

  private static int[] data(JsonNode add, String name) {
    return ints(field(field(add, name), "data"));
  }
}
