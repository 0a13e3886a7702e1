package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import java.util.Collection;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a batch normalisation that knows which statistics it uses; DL4J's own uses those
 * of the batch in training and the running ones elsewhere. Public because model files name it.
 */
public final class Norm extends BatchNormalization {

  private static final long serialVersionUID = 1L;

  @JsonProperty private Statistics statistics;

  /** Makes the layer that a model file describes. */
  public Norm() {}

  /**
   * Makes a layer.
   *
   * @param settings epsilon, decay and number of channels
   */
  Norm(BatchNormalization settings, Statistics statistics) {
    setLayerName(settings.getLayerName());
    setDecay(settings.getDecay());
    setEps(settings.getEps());
    setLockGammaBeta(settings.isLockGammaBeta());
    setGamma(settings.getGamma());
    setBeta(settings.getBeta());
    setCnn2DFormat(settings.getCnn2DFormat());
    setUseLogStd(false);
    setNIn(settings.getNIn());
    setNOut(settings.getNOut());
    setIUpdater(settings.getIUpdater());
    this.statistics = statistics;
  }

  Statistics statistics() {
    return statistics;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    NormLayer layer = new NormLayer(conf, type);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }
}
