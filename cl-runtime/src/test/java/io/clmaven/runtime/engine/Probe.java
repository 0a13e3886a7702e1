package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network at random parameters and statistics after a pass with a batch, and the exact
 * derivatives there. No decision of the pass (ReLU, max-pool) is near another, so that all
 * derivatives exist.
 *
 * @param network after {@link Network#forward} and {@link Network#backward}
 * @param batch what it saw
 * @param loss what it said
 * @param logits what it computed [N * outputs]
 * @param exact the same in double precision
 */
record Probe(Network network, Batch batch, double loss, double[] logits, Differences exact)
    implements AutoCloseable {

  private static final int ATTEMPTS = 200;

  /** Does a pass of a network; the network is closed with the probe. */
  static Probe of(Network network, OutputRange outputs, int samples, Mode mode) {
    return find(network, outputs, samples, mode)
        .orElseThrow(() -> new IllegalStateException("kinks everywhere: " + network.model()));
  }

  /** Does the same if there is a batch away from kinks; else the network is closed. */
  static Optional<Probe> find(Network network, OutputRange outputs, int samples, Mode mode) {
    randomise(network);
    Optional<Batch> batch =
        IntStream.range(0, ATTEMPTS)
            .mapToObj(seed -> Models.batch(network.model(), samples, outputs, seed))
            .filter(b -> Differences.at(network, b, mode).margin() > Differences.REACH)
            .findFirst();
    if (batch.isEmpty()) {
      network.close();
    }
    return batch.map(b -> of(network, b, mode));
  }

  private static Probe of(Network network, Batch batch, Mode mode) {
    Differences exact = Differences.at(network, batch, mode);
    double[] logits = Vectors.of(network.forward(batch, mode));
    double loss = network.backward(batch, new SoftmaxCrossEntropy());
    return new Probe(network, batch, loss, logits, exact);
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

  ParameterLayout layout() {
    return network.layout();
  }

  /** Returns the gradient of the network [P]. */
  double[] gradient() {
    return DoubleNetwork.doubles(network.gradient().pull());
  }

  /** Returns the gradient of the network with respect to the inputs [N * D]. */
  double[] inputGradient() {
    return Vectors.of(network.derivatives().inputs());
  }

  /** Computes H v of the network [P]. */
  double[] hessianVectorProduct(double[] direction) {
    FlatVector v = network.vector();
    FlatVector product = network.vector();
    float[] values = v.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) direction[i];
    }
    network.derivatives().hessianVectorProduct(v, product);
    return DoubleNetwork.doubles(product.pull());
  }

  /** Computes H v exactly. */
  double[] exactHessianVectorProduct(double[] direction) {
    double[] product = new double[direction.length];
    Arrays.setAll(product, i -> exact.second(Vectors.unit(product.length, i), direction));
    return product;
  }

  @Override
  public void close() {
    network.close();
  }
}
