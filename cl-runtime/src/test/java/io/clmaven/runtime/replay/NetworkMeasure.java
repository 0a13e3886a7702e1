package io.clmaven.runtime.replay;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Loss and accuracy of a network on examples, all of them as one batch. */
public record NetworkMeasure(Network network) {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  /** Returns the mean loss. */
  public double loss(Examples examples, OutputRange outputs) {
    return loss(batch(examples, outputs, all(examples)));
  }

  /** Returns the mean loss of a batch. */
  public double loss(Batch all) {
    float[] logits = Nd4j.toFlattened('c', network.forward(all, Mode.EVALUATE)).toFloatVector();
    return LOSS.gradient(logits, network.model().outputs(), all, new float[logits.length]);
  }

  /** Returns the accuracy as a fraction. */
  public double accuracy(Examples examples, OutputRange outputs) {
    return accuracy(batch(examples, outputs, all(examples)));
  }

  /** Returns the accuracy on a batch. */
  public double accuracy(Batch all) {
    float[][] logits = network.forward(all, Mode.EVALUATE).toFloatMatrix();
    long correct =
        IntStream.range(0, all.size())
            .filter(i -> best(logits[i], all.outputs()) == all.labels()[i])
            .count();
    return (double) correct / all.size();
  }

  private static int best(float[] logits, OutputRange outputs) {
    int best = outputs.from();
    for (int j = outputs.from(); j < outputs.to(); j++) {
      best = logits[j] > logits[best] ? j : best;
    }
    return best - outputs.from();
  }

  private static int[] all(Examples examples) {
    return IntStream.range(0, examples.size()).toArray();
  }

  /** Makes a batch of some examples. */
  public static Batch batch(Examples examples, OutputRange outputs, int... indices) {
    LongStream sample = examples.shape().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(indices.length), sample).toArray();
    INDArray inputs = Nd4j.create(DataType.FLOAT, shape);
    try (FloatPointer target = new FloatPointer(inputs.data().addressPointer())) {
      examples.copy(indices, 0, indices.length, target);
    }
    return new Batch(inputs, IntStream.of(indices).map(examples::label).toArray(), outputs);
  }
}
