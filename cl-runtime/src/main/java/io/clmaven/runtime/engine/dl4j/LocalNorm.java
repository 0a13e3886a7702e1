package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Layer;
import java.util.Collection;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a local response normalisation as PyTorch defines it; the window of DL4J's own
 * reaches equally far up and down, so it has no even sizes. Public because model files name it.
 */
public final class LocalNorm extends LocalResponseNormalization {

  private static final long serialVersionUID = 1L;

  /** Makes the layer that a model file describes. */
  public LocalNorm() {}

  LocalNorm(Layer.LocalResponseNorm norm) {
    setN(norm.size());
    setAlpha(norm.alpha());
    setBeta(norm.beta());
    setK(norm.k());
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LocalNormLayer layer = new LocalNormLayer(conf, type);
    layer.setIndex(index);
    layer.setConf(conf);
    return layer;
  }
}
