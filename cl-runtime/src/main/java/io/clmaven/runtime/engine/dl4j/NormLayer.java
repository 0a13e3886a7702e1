package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.SingleValueException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * DL4J's batch normalisation, told by {@link Behaviour} what to do instead of by the pass. It adds
 * what DL4J lacks: a running variance that takes the unbiased variance of the batch and moves in
 * the forward pass, and the gradient where running statistics normalise.
 */
final class NormLayer extends BatchNormalization {

  private static final long serialVersionUID = 1L;
  private static final boolean UNBIASED = true;

  private boolean training = true;
  private boolean moving;

  NormLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  void behave(Behaviour behaviour) {
    training = behaviour != Behaviour.EVALUATE;
    moving = behaviour == Behaviour.TRAIN;
  }

  private Statistics statistics() {
    return ((Norm) layerConf()).statistics();
  }

  private boolean usesBatch() {
    return statistics() == Statistics.BATCH || statistics() == Statistics.RUNNING && training;
  }

  @Override
  public INDArray activate(boolean ignored, LayerWorkspaceMgr memory) {
    if (usesBatch() && input.length() == input.size(1)) {
      throw new SingleValueException(layerConf().getLayerName());
    }
    if (moving && statistics() == Statistics.RUNNING) {
      move();
    }
    return super.activate(usesBatch(), memory);
  }

  private void move() {
    int[] others = otherDimensions();
    double share = 1 - layerConf().getDecay();
    move(BatchNormalizationParamInitializer.GLOBAL_MEAN, input.mean(others), share);
    move(BatchNormalizationParamInitializer.GLOBAL_VAR, input.var(UNBIASED, others), share);
  }

  private void move(String key, INDArray batch, double share) {
    INDArray running = getParam(key);
    running.muli(1 - share).addi(batch.muli(share).reshape(running.shape()));
  }

  private int[] otherDimensions() {
    return input.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3};
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    return usesBatch() ? super.backpropGradient(epsilon, memory) : affine(epsilon, memory);
  }

  /** The statistics are constants: each channel is scaled and shifted. */
  private Pair<Gradient, INDArray> affine(INDArray epsilon, LayerWorkspaceMgr memory) {
    INDArray deviation =
        Transforms.sqrt(
            channel(BatchNormalizationParamInitializer.GLOBAL_VAR).add(layerConf().getEps()),
            false);
    INDArray mean = channel(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    Gradient gradient = new DefaultGradient();
    INDArray scale = deviation.rdiv(layerConf().getGamma());
    if (!layerConf().isLockGammaBeta()) {
      INDArray normal = input.sub(mean).divi(deviation);
      set(gradient, BatchNormalizationParamInitializer.GAMMA, normal.muli(epsilon));
      set(gradient, BatchNormalizationParamInitializer.BETA, epsilon);
      scale = channel(BatchNormalizationParamInitializer.GAMMA).div(deviation);
    }
    return new Pair<>(gradient, memory.leverageTo(ArrayType.ACTIVATION_GRAD, epsilon.mul(scale)));
  }

  private void set(Gradient gradient, String key, INDArray products) {
    INDArray view = gradientViews.get(key);
    view.assign(products.sum(otherDimensions()).reshape(view.shape()));
    gradient.setGradientFor(key, view);
  }

  /** Returns a parameter in a shape that broadcasts over a batch. */
  private INDArray channel(String key) {
    INDArray parameter = getParam(key);
    return input.rank() == 2
        ? parameter.reshape(1, parameter.length())
        : parameter.reshape(1, parameter.length(), 1, 1);
  }
}
