package io.clmaven.runtime.engine;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives of the mean loss by central differences in double precision, at one point: the
 * parameters and the inputs as they are.
 *
 * @param network the function
 * @param parameters [P]
 * @param inputs [N][D]
 * @param labels [N]
 * @param outputs what takes part in the loss
 */
public record Differences(
    DoubleNetwork network,
    double[] parameters,
    double[][] inputs,
    int[] labels,
    OutputRange outputs) {

  /** A point with a {@link #margin} beyond this is safe from decisions that change on a step. */
  public static final double REACH = 2e-3;

  private static final double STEP = 1e-5;
  private static final double SECOND_STEP = 1e-4;

  /** Looks at the present parameters and running statistics of a network. */
  public static Differences at(Network network, Batch batch, Mode mode) {
    double[] statistics = DoubleNetwork.doubles(network.statistics().values());
    return new Differences(
        new DoubleNetwork(network.model(), mode, statistics),
        DoubleNetwork.doubles(network.parameters().pull()),
        DoubleNetwork.inputs(batch),
        batch.labels(),
        batch.outputs());
  }

  /** Returns the same function of one of the samples. */
  public Differences sample(int index) {
    return new Differences(
        network, parameters, new double[][] {inputs[index]}, new int[] {labels[index]}, outputs);
  }

  /** Returns the logits [N][outputs]. */
  public double[][] logits() {
    return network.logits(parameters, inputs);
  }

  /** Returns the mean loss. */
  public double loss() {
    return network.loss(parameters, inputs, labels, outputs);
  }

  /** Returns the distance to the next decision, see {@link DoubleNetwork#margin}. */
  public double margin() {
    return network.margin(parameters, inputs);
  }

  /** Computes the gradient of the parameters [P]. */
  public double[] parameterGradient() {
    double[] gradient = new double[parameters.length];
    Arrays.setAll(gradient, i -> alongParameters(Vectors.unit(gradient.length, i)));
    return gradient;
  }

  /** Computes the gradient of the inputs [N][D]. */
  public double[][] inputGradient() {
    double[][] gradient = new double[inputs.length][inputs[0].length];
    for (int n = 0; n < inputs.length; n++) {
      int sample = n;
      Arrays.setAll(
          gradient[n],
          i -> {
            double[][] direction = new double[inputs.length][inputs[0].length];
            direction[sample][i] = 1;
            return alongInputs(direction);
          });
    }
    return gradient;
  }

  /** Computes the derivative along a direction of the parameters [P]. */
  public double alongParameters(double[] direction) {
    return slope(t -> network.loss(moved(parameters, direction, t), inputs, labels, outputs), STEP);
  }

  /** Computes the derivative along a direction of the inputs [N][D]. */
  public double alongInputs(double[][] direction) {
    return slope(
        t -> {
          double[][] there = new double[inputs.length][];
          Arrays.setAll(there, n -> moved(inputs[n], direction[n], t));
          return network.loss(parameters, there, labels, outputs);
        },
        STEP);
  }

  /** Computes u^T H v with the Hessian H of the parameters. */
  public double second(double[] u, double[] v) {
    return slope(
        s ->
            slope(
                t -> {
                  double[] there = moved(moved(parameters, u, s), v, t);
                  return network.loss(there, inputs, labels, outputs);
                },
                SECOND_STEP),
        SECOND_STEP);
  }

  private static double[] moved(double[] from, double[] direction, double factor) {
    double[] there = new double[from.length];
    Arrays.setAll(there, i -> from[i] + factor * direction[i]);
    return there;
  }

  private static double slope(DoubleUnaryOperator function, double step) {
    return (function.applyAsDouble(step) - function.applyAsDouble(-step)) / (2 * step);
  }
}
