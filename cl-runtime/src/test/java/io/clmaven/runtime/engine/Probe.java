package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;

/**
 * A network at random parameters and statistics after a pass with a batch, and the exact
 * derivatives there. No decision of the pass (ReLU, max-pool) is near another, so that all
 * derivatives exist.
 *
 * @param network after {@link Network#forward} and {@link Network#backward}
 * @param batch what it saw
 * @param loss what it said
 * @param logits what it computed [N][outputs]
 * @param exact the same in double precision
 */
record Probe(Network network, Batch batch, double loss, float[][] logits, Differences exact)
    implements AutoCloseable {

  private static final int ATTEMPTS = 1000;

  /** Does a pass of a network; the network is closed with the probe. */
  static Probe of(Network network, OutputRange outputs, int samples, Mode mode) {
    randomise(network);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Batch batch = Models.batch(network.model(), samples, outputs, attempt);
      Differences exact = Differences.at(network, batch, mode);
      if (exact.margin() > Differences.REACH) {
        float[][] logits = network.forward(batch, mode).toFloatMatrix();
        double loss = network.backward(batch, new SoftmaxCrossEntropy());
        return new Probe(network, batch, loss, logits, exact);
      }
    }
    network.close();
    throw new IllegalStateException("no batch is away from all kinks of " + network.model());
  }

  /** Moves everything away from the values it starts with: zero shifts would hide mistakes. */
  private static void randomise(Network network) {
    RandomStream random = new RandomStreams(1).stream("probe");
    float[] parameters = network.parameters().values();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += random.nextUniform(0.4f);
    }
    float[] statistics = network.statistics().values();
    for (int i = 0; i < statistics.length; i++) {
      statistics[i] += random.nextUniform(0.4f);
    }
  }

  /** Returns directions [P] to differentiate in: random ones. */
  float[] direction(long seed) {
    RandomStream random = new RandomStreams(seed).stream("direction");
    float[] direction = new float[network.layout().length()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextUniform(1);
    }
    return direction;
  }

  /** Computes H v of the network [P]. */
  double[] hessianVectorProduct(float[] direction) {
    FlatVector v = network.vector();
    FlatVector product = network.vector();
    System.arraycopy(direction, 0, v.values(), 0, direction.length);
    network.derivatives().hessianVectorProduct(v, product);
    return DoubleNetwork.doubles(product.pull());
  }

  /** Computes H v exactly. */
  double[] exactHessianVectorProduct(float[] direction) {
    double[] product = new double[direction.length];
    double[] v = DoubleNetwork.doubles(direction);
    for (int i = 0; i < product.length; i++) {
      double[] unit = new double[product.length];
      unit[i] = 1;
      product[i] = exact.second(unit, v);
    }
    return product;
  }

  /** Returns the gradient of the network [P]. */
  double[] gradient() {
    return DoubleNetwork.doubles(network.gradient().pull());
  }

  /** Returns the gradient of the network with respect to the inputs [N * D]. */
  double[] inputGradient() {
    return DoubleNetwork.doubles(network.derivatives().inputs().dup('c').data().asFloat());
  }

  /** Returns the logits [N * outputs]. */
  double[] flatLogits() {
    return flat(Arrays.stream(logits).map(DoubleNetwork::doubles).toArray(double[][]::new));
  }

  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public void close() {
    network.close();
  }
}
