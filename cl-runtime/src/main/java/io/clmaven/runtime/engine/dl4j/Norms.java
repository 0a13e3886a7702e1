package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Exchanges DL4J's batch normalisations and ours in a configuration. */
final class Norms {

  private Norms() {}

  /** Puts ours in the place of DL4J's, to train with. */
  static void own(ComputationGraphConfiguration configuration) {
    exchange(
        configuration,
        layer ->
            layer.getClass() == BatchNormalization.class
                ? new Norm((BatchNormalization) layer, Statistics.RUNNING)
                : layer);
  }

  /**
   * Puts DL4J's in the place of ours, to predict with where this library is not at hand. Those that
   * normalise by the batch even then have no equal in DL4J and stay.
   */
  static void plain(ComputationGraphConfiguration configuration) {
    exchange(
        configuration,
        layer ->
            layer instanceof Norm norm && norm.statistics() != Statistics.BATCH
                ? plain(norm)
                : layer);
  }

  private static BatchNormalization plain(Norm norm) {
    BatchNormalization plain =
        new BatchNormalization.Builder()
            .decay(norm.getDecay())
            .eps(norm.getEps())
            .useLogStd(false)
            .lockGammaBeta(norm.isLockGammaBeta())
            .gamma(norm.getGamma())
            .beta(norm.getBeta())
            .nIn(norm.getNIn())
            .nOut(norm.getNOut())
            .build();
    plain.setLayerName(norm.getLayerName());
    plain.setIUpdater(norm.getIUpdater());
    return plain;
  }

  private static void exchange(
      ComputationGraphConfiguration configuration, UnaryOperator<Layer> exchange) {
    for (GraphVertex vertex : configuration.getVertices().values()) {
      if (vertex instanceof LayerVertex layer) {
        NeuralNetConfiguration settings = layer.getLayerConf();
        settings.setLayer(exchange.apply(settings.getLayer()));
      }
    }
  }
}
