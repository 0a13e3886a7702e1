package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.UnsupportedModelException;

/**
 * Local response normalisation y_c = x_c f_c, see {@link LocalResponse}, in blocks of pixels that
 * stay in the cache. oneDNN has windows of odd size only.
 */
final class LocalResponseNormStage implements Stage {

  private final String name;
  private final Layer.LocalResponseNorm layer;
  private final Image image;
  private final LocalResponse response;
  private final Matrix output;
  private final Matrix inputGradient;
  private final float[] x;
  private final float[] g; // gradient of the output
  private final float[] r;
  private final float[] sums;
  private Matrix input;

  LocalResponseNormStage(String name, Layer.LocalResponseNorm layer, Image image) {
    this.name = name;
    this.layer = layer;
    this.image = image;
    this.response = new LocalResponse(layer, image.channels());
    this.output = Matrix.empty(image.size());
    this.inputGradient = Matrix.empty(image.size());
    this.x = new float[response.block()];
    this.g = new float[response.block()];
    this.r = new float[response.block()];
    this.sums = new float[response.block()];
  }

  /** Returns the input of the last forward. */
  Matrix input() {
    return input;
  }

  /** Returns that of the last forward. */
  LocalResponse response() {
    return response;
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    input = inputs[0];
    output.reserve(pass.rows());
    int end = pass.rows() * input.columns();
    response.begin(end);
    for (int at = 0; at < end; at += x.length) {
      int count = Math.min(x.length, end - at);
      input.pull(x, at, count);
      response.see(x, at, count);
      LocalResponse.multiply(x, response.factor(), r, count);
      output.push(r, at, count);
    }
    return output;
  }

  @Override
  public Matrix inputGradient(int index, Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    int end = pass.rows() * input.columns();
    for (int at = 0; at < end; at += x.length) {
      int count = Math.min(x.length, end - at);
      input.pull(x, at, count);
      gradient.pull(g, at, count);
      response.recall(at, count);
      backward(count);
      inputGradient.push(r, at, count);
    }
    return inputGradient;
  }

  /** Computes g_j f_j - 2 a beta x_j * sum of g_c x_c q_c over the c that j helps. */
  private void backward(int count) {
    float[] f = response.factor();
    float[] q = response.quotient();
    for (int i = 0; i < count; i++) {
      r[i] = g[i] * x[i] * q[i];
    }
    response.seenFrom().sum(r, sums, count);
    float scale = 2 * response.share() * (float) layer.beta();
    for (int i = 0; i < count; i++) {
      r[i] = g[i] * f[i] - scale * x[i] * sums[i];
    }
  }

  @Override
  public Tangent tangent() {
    return new LocalResponseNormTangent(this, layer, image);
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedModelException(
        "Cannot compute curvatures of layer '%s': HesScale has no rule for local response"
                .formatted(name)
            + " normalisation. Leave the layer out or choose another method.");
  }

  @Override
  public void close() {
    output.close();
    inputGradient.close();
  }
}
