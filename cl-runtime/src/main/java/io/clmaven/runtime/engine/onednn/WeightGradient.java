package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.OuterProducts;
import io.clmaven.runtime.engine.PendingProduct;
import io.clmaven.runtime.engine.Segment;
import org.bytedeco.javacpp.FloatPointer;

/** The gradient G = D^T X of a linear layer, not written down until somebody looks at it. */
final class WeightGradient implements PendingProduct, OuterProducts, AutoCloseable {

  private final Segment segment;
  private final Matrix gradient; // [out, in], where it belongs
  private final Matrix keptD;
  private final Matrix keptX;
  private Matrix d; // [N, out]
  private Matrix x; // [N, in]
  private int rows;

  WeightGradient(Segment segment, Matrix gradient) {
    this.segment = segment;
    this.gradient = gradient;
    this.keptD = Matrix.empty(segment.rows());
    this.keptX = Matrix.empty(segment.columns());
  }

  /** Takes the factors; they must stay as they are until it is settled or kept. */
  WeightGradient of(Matrix d, Matrix x, int rows) {
    this.d = d;
    this.x = x;
    this.rows = rows;
    return this;
  }

  @Override
  public int from() {
    return segment.offset();
  }

  @Override
  public int to() {
    return segment.end();
  }

  @Override
  public void settle() {
    Product.LEFT_TRANSPOSED.run(rows, d, x, gradient);
  }

  @Override
  public void keep() {
    if (d != keptD) {
      d = copy(d, keptD);
      x = copy(x, keptX);
    }
  }

  private Matrix copy(Matrix factor, Matrix target) {
    target.reserve(rows);
    target.copyRows(factor, rows);
    return target;
  }

  @Override
  public void addTo(float factor, FloatPointer target) {
    Product.addOuter(rows, d, x, factor, target);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public FloatPointer left() {
    return d.data();
  }

  @Override
  public FloatPointer right() {
    return x.data();
  }

  @Override
  public void close() {
    keptD.close();
    keptX.close();
  }
}
