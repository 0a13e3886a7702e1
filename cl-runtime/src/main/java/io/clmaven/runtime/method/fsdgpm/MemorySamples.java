package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Samples of a buffer whose inputs to each layer make the bases. */
final class MemorySamples {

  private MemorySamples() {}

  /** Returns samples as one batch over the outputs of all tasks. */
  static Batch of(ReplayBuffer buffer, int[] slots, ModelSpec model) {
    LongStream sample = model.inputShape().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(slots.length), sample).toArray();
    INDArray inputs = Nd4j.create(DataType.FLOAT, shape);
    try (FloatPointer target = new FloatPointer(inputs.data().addressPointer())) {
      buffer.copy(slots, 0, slots.length, target);
    }
    int[] labels = IntStream.of(slots).map(buffer::label).toArray();
    return new Batch(inputs, labels, new OutputRange(0, model.outputs()));
  }
}
