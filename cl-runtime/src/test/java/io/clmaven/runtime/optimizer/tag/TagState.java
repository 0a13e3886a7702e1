package io.clmaven.runtime.optimizer.tag;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a {@link Tag} remembers, as flat vectors [P]. */
record TagState(Tag tag) {

  /** Returns M of the current task. */
  float[] first() {
    return flat(tag.moments()::first);
  }

  /** Returns V of the current task. */
  float[] second() {
    return flat(block -> tag.moments().second(tag.moments().past(), block));
  }

  /** Returns U of the task before. */
  float[] direction() {
    return flat(block -> tag.moments().direction(tag.moments().past() - 1, block));
  }

  /** Returns the mean weights of a tensor in this epoch, the current task's last. */
  float[] means(int tensor) {
    int task = tag.moments().past();
    float[] means = new float[task + 1];
    for (int past = 0; past <= task; past++) {
      means[past] = (float) tag.history().mean(task, tensor, past);
    }
    return means;
  }

  private float[] flat(IntFunction<float[]> vector) {
    Blocks blocks = tag.blocks();
    int count = blocks.end(blocks.tensors() - 1);
    return blocks.flat(IntStream.range(0, count).mapToObj(vector).toArray(float[][]::new));
  }
}
