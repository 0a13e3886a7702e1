package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Logits on the heap, where losses work, and in one array per batch size for the caller. */
final class Logits implements AutoCloseable {

  private record Target(INDArray array, FloatPointer pointer) {}

  private final Matrix gradient;
  private final Map<Integer, Target> targets = new HashMap<>();
  private final HeapCopy values = new HeapCopy();
  private float[] gradients = {};

  Logits(int outputs) {
    this.gradient = Matrix.empty(outputs);
  }

  /** Takes the output of the last layer. */
  INDArray take(Matrix output, int rows) {
    int length = rows * output.columns();
    float[] pulled = values.pull(output, rows);
    if (gradients.length < length) {
      gradients = new float[length];
    }
    Target target = targets.get(rows);
    if (target == null) {
      target = target(rows, output.columns());
      targets.put(rows, target);
    }
    target.pointer().put(pulled, 0, length);
    return target.array();
  }

  private static Target target(int rows, int columns) {
    INDArray array = Nd4j.create(DataType.FLOAT, rows, columns);
    return new Target(array, new FloatPointer(array.data().addressPointer()));
  }

  float[] values() {
    return values.values();
  }

  /** Returns where a loss writes its gradient. */
  float[] gradients() {
    return gradients;
  }

  /** Computes the loss of what was last taken, and its gradient. */
  double lose(Loss loss, Batch batch) {
    return loss.gradient(values(), gradient.columns(), batch, gradients);
  }

  /** Brings the written gradient to the kernels. */
  Matrix gradient(int rows) {
    gradient.reserve(rows);
    gradient.push(gradients, rows);
    return gradient;
  }

  @Override
  public void close() {
    gradient.close();
    targets.values().forEach(target -> target.array().close());
    targets.clear();
  }
}
