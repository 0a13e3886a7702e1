package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a trajectory tells about a buffer.
 *
 * @param trajectory whose samples it holds
 */
public record StoredSamples(Trajectory trajectory) {

  /** Takes over which samples a step replays, unless it is all of them. */
  public static void draw(JsonNode step, RecordedDraws draws) {
    JsonNode samples = step.path("mem_sample_idx");
    if (samples.isObject()) {
      draws.addSamples(ints(field(samples, "data")));
    }
  }

  /**
   * Compares the inputs of all samples.
   *
   * @param sources rows of task, batch and row of the sample in that batch
   */
  public void check(ReplayBuffer buffer, JsonNode sources) {
    int[] numbers = ints(field(sources, "data"));
    assertThat(buffer.size()).as("samples in the buffer").isEqualTo(numbers.length / 3);
    for (int i = 0; i < buffer.size(); i++) {
      assertThat(held(buffer, i))
          .as("sample %d of the buffer", i)
          .containsExactly(stored(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]));
    }
  }

  private float[] stored(int task, int batch, int row) {
    INDArray inputs = trajectory.batch(task, batch).inputs();
    int samples = (int) inputs.size(0);
    return inputs.reshape('c', samples, inputs.length() / samples).toFloatMatrix()[row];
  }

  private float[] held(ReplayBuffer buffer, int position) {
    float[] values = new float[stored(0, 0, 0).length];
    try (FloatPointer target = new FloatPointer((long) values.length)) {
      buffer.copy(new int[] {position}, 0, 1, target);
      target.get(values);
    }
    return values;
  }
}
