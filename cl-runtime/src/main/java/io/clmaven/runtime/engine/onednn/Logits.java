package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Logits on the heap, where losses work, and in an array of their batch size for the caller. */
final class Logits implements AutoCloseable {

  private record Target(INDArray array, FloatPointer pointer) implements AutoCloseable {
    @Override
    public void close() {
      array.close();
    }
  }

  private final int outputs;
  private final PerBatchSize<Target> targets = new PerBatchSize<>(this::target);
  private final HeapCopy values = new HeapCopy();
  private final LogitSignal gradient;
  private Loss loss; // null before there is one
  private Batch batch;

  Logits(int outputs) {
    this.outputs = outputs;
    this.gradient = new LogitSignal(outputs);
  }

  /** Takes the output of the last layer. */
  INDArray take(Matrix output, int rows) {
    forgetLoss();
    float[] pulled = values.pull(output, rows);
    Target target = targets.of(rows);
    target.pointer().put(pulled, 0, rows * outputs);
    return target.array();
  }

  private Target target(int rows) {
    INDArray array = Nd4j.create(DataType.FLOAT, rows, outputs);
    return new Target(array, new FloatPointer(array.data().addressPointer()));
  }

  /** Computes the loss of what was last taken, and its gradient. */
  double lose(Loss loss, Batch batch) {
    this.loss = loss;
    this.batch = batch;
    return loss.gradient(values.values(), outputs, batch, gradient.values(batch.size()));
  }

  /** Brings the computed gradient to the kernels. */
  Matrix gradient() {
    return gradient.push(batch.size());
  }

  /** Returns whether there is a loss of what was last taken. */
  boolean hasLoss() {
    return loss != null;
  }

  /** Tells that the last loss no longer belongs to the parameters in use. */
  void forgetLoss() {
    loss = null;
    batch = null;
  }

  /** Computes the product of the Hessian of the last loss and a tangent of the logits. */
  Matrix hessianVectorProduct(float[] tangent, LogitSignal product) {
    int rows = batch.size();
    loss.hessianVectorProduct(values.values(), outputs, batch, tangent, product.values(rows));
    return product.push(rows);
  }

  /** Computes the diagonal of the Hessian of the last loss. */
  Matrix curvature(LogitSignal curvature) {
    int rows = batch.size();
    loss.curvature(values.values(), outputs, batch, curvature.values(rows));
    return curvature.push(rows);
  }

  @Override
  public void close() {
    gradient.close();
    targets.close();
  }
}
