package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.OutputRange;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.factory.Nd4j;

/** What a buffer holds after each batch, for recorded draws. */
public final class ReservoirReplay {

  private static final OutputRange OUTPUTS = new OutputRange(0, Integer.MAX_VALUE);

  private final JsonNode file;

  private ReservoirReplay(JsonNode file) {
    this.file = file;
  }

  /** Kind {@code fsdgpm-reservoir}: one case. */
  public static Stream<DynamicTest> batches(JsonNode file) {
    return Stream.of(DynamicTest.dynamicTest("batches", new ReservoirReplay(file)::run));
  }

  private void run() {
    RecordedDraws draws = new RecordedDraws();
    ReplayBuffer buffer = new ReplayBuffer(field(file, "capacity").intValue(), 1);
    for (JsonNode step : list(field(file, "expected"))) {
      int[] ids = ints(field(step, "ids"));
      for (JsonNode draw : list(field(step, "draws_upper_value"))) {
        draws.addSlot(draw.get(0).intValue(), draw.get(1).intValue());
      }
      int[] order = IntStream.range(0, ids.length).toArray();
      buffer.offer(batch(ids), order, field(step, "task").intValue(), draws);
      draws.assertUsedUp();
      int[] held = ints(field(step, "buffer_ids_after"));
      assertThat(labels(buffer)).as("labels").containsExactly(held);
      assertThat(inputs(buffer)).as("inputs").containsExactly(held);
    }
  }

  /** The number of a sample is its input and its label. */
  private static Batch batch(int[] ids) {
    float[] inputs = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      inputs[i] = ids[i];
    }
    return new Batch(Nd4j.createFromArray(inputs).reshape('c', ids.length, 1), ids, OUTPUTS);
  }

  private static int[] labels(ReplayBuffer buffer) {
    return IntStream.range(0, buffer.size()).map(buffer::label).toArray();
  }

  private static int[] inputs(ReplayBuffer buffer) {
    float[] values = new float[buffer.size()];
    try (FloatPointer target = new FloatPointer((long) values.length)) {
      buffer.copy(IntStream.range(0, values.length).toArray(), 0, values.length, target);
      target.get(values);
    }
    return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
  }
}
