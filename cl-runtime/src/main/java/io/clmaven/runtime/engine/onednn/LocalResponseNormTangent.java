package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;

/**
 * Local response normalisation differentiated forward, in closed form. With a prime for tangents
 * and the sums over the windows of {@link LocalResponse}:
 *
 * <pre>
 *   d' = 2 a sum x x'      f' = -beta q d'      q' = -(beta + 1) q d' / d
 *   y' = x' f + x f'
 *   r  = g x q             r' = (g' x + g x') q + g x q'
 *   gradient of x:  g f - 2 a beta x sum r
 *   its tangent:    g' f + g f' - 2 a beta (x' sum r + x sum r')
 * </pre>
 */
final class LocalResponseNormTangent implements Tangent {

  private final LocalResponseNormStage stage;
  private final LocalResponse response;
  private final float beta;
  private final Matrix output;
  private final Matrix inputGradient;
  private final float[] x;
  private final float[] dx;
  private final float[] dd;
  private final float[] g;
  private final float[] dg;
  private final float[] r;
  private final float[] dr;
  private final float[] sums;
  private final float[] result;
  private Matrix inputTangent;

  LocalResponseNormTangent(
      LocalResponseNormStage stage, Layer.LocalResponseNorm layer, Image image) {
    this.stage = stage;
    this.response = stage.response();
    this.beta = (float) layer.beta();
    this.output = Matrix.empty(image.size());
    this.inputGradient = Matrix.empty(image.size());
    int block = response.block();
    this.x = new float[block];
    this.dx = new float[block];
    this.dd = new float[block];
    this.g = new float[block];
    this.dg = new float[block];
    this.r = new float[block];
    this.dr = new float[block];
    this.sums = new float[block];
    this.result = new float[block];
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    inputTangent = tangents[0];
    output.reserve(pass.rows());
    int end = pass.rows() * output.columns();
    for (int at = 0; at < end; at += x.length) {
      int count = Math.min(x.length, end - at);
      respond(at, count);
      differentiate(response.factor(), response.quotient(), count);
      output.push(result, at, count);
    }
    return output;
  }

  /** Computes f, q and d'. */
  private void respond(int at, int count) {
    stage.input().pull(x, at, count);
    inputTangent.pull(dx, at, count);
    response.recall(at, count);
    LocalResponse.multiply(x, dx, r, count);
    response.window().sum(r, dd, count);
    float twice = 2 * response.share();
    for (int i = 0; i < count; i++) {
      dd[i] *= twice;
    }
  }

  private void differentiate(float[] f, float[] q, int count) {
    for (int i = 0; i < count; i++) {
      result[i] = dx[i] * f[i] - beta * x[i] * q[i] * dd[i];
    }
  }

  @Override
  public Matrix inputGradient(int input, Matrix gradient, Matrix tangent, Pass pass) {
    inputGradient.reserve(pass.rows());
    int end = pass.rows() * inputGradient.columns();
    for (int at = 0; at < end; at += x.length) {
      int count = Math.min(x.length, end - at);
      respond(at, count);
      gradient.pull(g, at, count);
      tangent.pull(dg, at, count);
      differentiateBackward(count);
      inputGradient.push(result, at, count);
    }
    return inputGradient;
  }

  private void differentiateBackward(int count) {
    differentiateShares(response.factor(), response.quotient(), count);
    float scale = 2 * response.share() * beta;
    response.seenFrom().sum(r, sums, count);
    subtract(scale, dx, count);
    response.seenFrom().sum(dr, sums, count);
    subtract(scale, x, count);
  }

  /** Computes r and r', and what of the result needs no sums. */
  private void differentiateShares(float[] f, float[] q, int count) {
    for (int i = 0; i < count; i++) {
      r[i] = g[i] * x[i] * q[i];
      dr[i] = (dg[i] * x[i] + g[i] * dx[i]) * q[i];
    }
    for (int i = 0; i < count; i++) {
      dr[i] -= (beta + 1) * r[i] * dd[i] * q[i] / f[i];
    }
    for (int i = 0; i < count; i++) {
      result[i] = dg[i] * f[i] - beta * q[i] * dd[i] * g[i];
    }
  }

  private void subtract(float scale, float[] factor, int count) {
    for (int i = 0; i < count; i++) {
      result[i] -= scale * factor[i] * sums[i];
    }
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
  }
}
