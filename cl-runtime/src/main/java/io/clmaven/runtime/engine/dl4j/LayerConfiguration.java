package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Window;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** Translates single layers to DL4J. */
final class LayerConfiguration {

  private LayerConfiguration() {}

  /**
   * Translates a layer with one input.
   *
   * @param input shape of one sample before it
   * @return empty if DL4J has no such layer
   */
  static Optional<org.deeplearning4j.nn.conf.layers.Layer> of(Layer layer, List<Integer> input) {
    if (layer instanceof Layer.Linear linear) {
      return Optional.of(dense(linear, input.get(0)));
    } else if (layer instanceof Layer.Convolution convolution) {
      return Optional.of(convolution(convolution, input.get(0)));
    } else if (layer instanceof Layer.BatchNorm norm) {
      return Optional.of(norm(norm, input.get(0)));
    } else if (layer instanceof Layer.LocalResponseNorm norm) {
      return Optional.of(new LocalNorm(norm));
    } else if (layer instanceof Layer.Gate) {
      return Optional.of(gate(input));
    } else if (layer instanceof Layer.Dropout dropout) {
      return dropout(dropout.probability());
    }
    return pooling(layer).or(() -> activation(layer));
  }

  private static DenseLayer dense(Layer.Linear linear, int inputs) {
    return new DenseLayer.Builder()
        .nIn(inputs)
        .nOut(linear.outputs())
        .hasBias(linear.hasBias())
        .activation(Activation.IDENTITY)
        .build();
  }

  private static ConvolutionLayer convolution(Layer.Convolution convolution, int channels) {
    Window window = convolution.window();
    return new ConvolutionLayer.Builder(
            sizes(window.kernel()), sizes(window.stride()), sizes(window.padding()))
        .convolutionMode(ConvolutionMode.Truncate)
        .nIn(channels)
        .nOut(convolution.filters())
        .hasBias(convolution.hasBias())
        .activation(Activation.IDENTITY)
        .build();
  }

  private static Norm norm(Layer.BatchNorm norm, int channels) {
    BatchNormalization settings =
        new BatchNormalization.Builder()
            .decay(1 - norm.momentum())
            .eps(norm.epsilon())
            .nIn(channels)
            .nOut(channels)
            .build();
    return new Norm(settings, norm.statistics());
  }

  /** The bias of an element-wise product stays 0: it is no parameter of ours. */
  private static org.deeplearning4j.nn.conf.layers.Layer gate(List<Integer> input) {
    return input.size() == 1
        ? new ElementWiseMultiplicationLayer.Builder()
            .nIn(input.get(0))
            .nOut(input.get(0))
            .activation(Activation.IDENTITY)
            .build()
        : new DepthwiseConvolution2D.Builder(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(input.get(0))
            .nOut(input.get(0))
            .depthMultiplier(1)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build();
  }

  private static Optional<org.deeplearning4j.nn.conf.layers.Layer> dropout(double probability) {
    return probability >= 1
        ? Optional.empty()
        : Optional.of(new DropoutLayer.Builder(1 - probability).build());
  }

  private static Optional<org.deeplearning4j.nn.conf.layers.Layer> pooling(Layer layer) {
    if (layer instanceof Layer.MaxPool pool) {
      return Optional.of(pooling(PoolingType.MAX, pool.window(), pool.window().padding()));
    } else if (layer instanceof Layer.AveragePool pool) {
      return Optional.of(pooling(PoolingType.AVG, pool.window(), Extent.square(0)));
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return Optional.of(new GlobalPoolingLayer(PoolingType.AVG));
    }
    return Optional.empty();
  }

  private static SubsamplingLayer pooling(PoolingType type, Window window, Extent padding) {
    return new SubsamplingLayer.Builder(
            type, sizes(window.kernel()), sizes(window.stride()), sizes(padding))
        .convolutionMode(ConvolutionMode.Truncate)
        .build();
  }

  private static Optional<org.deeplearning4j.nn.conf.layers.Layer> activation(Layer layer) {
    if (layer instanceof Layer.Relu) {
      return Optional.of(new ActivationLayer(Activation.RELU));
    } else if (layer instanceof Layer.LeakyRelu relu) {
      return Optional.of(new ActivationLayer(new ActivationLReLU(relu.slope())));
    } else if (layer instanceof Layer.Tanh) {
      return Optional.of(new ActivationLayer(Activation.TANH));
    } else if (layer instanceof Layer.Sigmoid) {
      return Optional.of(new ActivationLayer(Activation.SIGMOID));
    }
    return Optional.empty();
  }

  private static int[] sizes(Extent extent) {
    return new int[] {extent.rows(), extent.columns()};
  }
}
