package io.clmaven.runtime.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The layers in double precision that are a line or two. */
final class DoubleLayers {

  private DoubleLayers() {}

  /**
   * Returns a layer in double precision.
   *
   * @throws IllegalArgumentException for layers without a formula: random and foreign ones
   */
  static DoubleLayer of(Layer layer) {
    if (layer instanceof Layer.Elementwise elementwise) {
      return each(activation(elementwise));
    } else if (layer instanceof Layer.Linear) {
      return DoubleLayers::linear;
    } else if (layer instanceof Layer.Convolution convolution) {
      return new DoubleConvolution(convolution.window());
    } else if (layer instanceof Layer.BatchNorm norm) {
      return new DoubleBatchNorm(norm);
    } else if (layer instanceof Layer.MaxPool pool) {
      return new DoublePool(pool.window(), DoublePool::largest);
    } else if (layer instanceof Layer.AveragePool pool) {
      return new DoublePool(pool.window(), DoublePool::mean);
    } else if (layer instanceof Layer.LocalResponseNorm norm) {
      return new DoubleLocalResponseNorm(norm);
    }
    return joinOrGate(layer);
  }

  private static DoubleLayer joinOrGate(Layer layer) {
    if (layer instanceof Layer.Flatten) {
      return (inputs, site) -> inputs.get(0);
    } else if (layer instanceof Layer.Add) {
      return (inputs, site) -> add(inputs.get(0), inputs.get(1));
    } else if (layer instanceof Layer.Gate) {
      return (inputs, site) -> {
        double[][] factors = new double[inputs.get(0).length][];
        Arrays.fill(factors, site.get(Segment.Kind.GATE));
        return scale(inputs.get(0), factors);
      };
    } else if (layer instanceof Layer.ChannelGate) {
      return (inputs, site) -> scale(inputs.get(0), inputs.get(1));
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return DoubleLayers::channelMeans;
    }
    throw new IllegalArgumentException("there is no formula of " + layer);
  }

  private static DoubleUnaryOperator activation(Layer.Elementwise layer) {
    if (layer instanceof Layer.Relu) {
      return x -> Math.max(x, 0);
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      return x -> x > 0 ? x : leaky.slope() * x;
    } else if (layer instanceof Layer.Tanh) {
      return Math::tanh;
    } else if (layer instanceof Layer.Sigmoid) {
      return x -> 1 / (1 + Math.exp(-x));
    } else if (layer instanceof Layer.Dropout dropout && dropout.probability() == 0) {
      return x -> x;
    }
    throw new IllegalArgumentException("there is no formula of " + layer);
  }

  private static DoubleLayer each(DoubleUnaryOperator function) {
    return (inputs, site) ->
        Arrays.stream(inputs.get(0))
            .map(row -> Arrays.stream(row).map(function).toArray())
            .toArray(double[][]::new);
  }

  private static double[][] linear(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    double[] weight = site.get(Segment.Kind.WEIGHT); // [out, in]
    double[] bias = site.get(Segment.Kind.BIAS);
    double[][] y = new double[x.length][site.outputSize()];
    for (int n = 0; n < x.length; n++) {
      for (int j = 0; j < y[n].length; j++) {
        y[n][j] = bias == null ? 0 : bias[j];
        for (int i = 0; i < x[n].length; i++) {
          y[n][j] += weight[j * x[n].length + i] * x[n][i];
        }
      }
    }
    return y;
  }

  private static double[][] add(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int n = 0; n < a.length; n++) {
      for (int i = 0; i < a[n].length; i++) {
        sum[n][i] = a[n][i] + b[n][i];
      }
    }
    return sum;
  }

  /** Multiplies each channel of a sample by the sample's factor [N][C]. */
  private static double[][] scale(double[][] x, double[][] factors) {
    double[][] y = new double[x.length][x[0].length];
    for (int n = 0; n < x.length; n++) {
      int pixels = x[n].length / factors[n].length;
      for (int i = 0; i < x[n].length; i++) {
        y[n][i] = x[n][i] * factors[n][i / pixels];
      }
    }
    return y;
  }

  private static double[][] channelMeans(List<double[][]> inputs, DoubleSite site) {
    double[][] x = inputs.get(0);
    int pixels = DoubleSite.area(site.inputPixels());
    double[][] y = new double[x.length][site.inputChannels()];
    for (int n = 0; n < x.length; n++) {
      for (int i = 0; i < x[n].length; i++) {
        y[n][i / pixels] += x[n][i] / pixels;
      }
    }
    return y;
  }
}
