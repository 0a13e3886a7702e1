package io.clmaven.runtime.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.LocalResponseNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Local response normalisation: y_c = x_c b_c ^ -beta with b_c = k + alpha / size * sum of x_c'^2,
 * c' from c - size / 2 to c + (size - 1) / 2.
 */
final class LocalNormLayer extends LocalResponseNormalization {

  private static final long serialVersionUID = 1L;

  LocalNormLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  private int size() {
    return (int) layerConf().getN();
  }

  private int before() {
    return size() / 2;
  }

  private int after() {
    return (size() - 1) / 2;
  }

  private double share() {
    return layerConf().getAlpha() / size();
  }

  private INDArray base() {
    return windowSums(input.mul(input), before(), after()).muli(share()).addi(layerConf().getK());
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    INDArray result = Transforms.pow(base(), -layerConf().getBeta(), false).muli(input);
    return memory.leverageTo(ArrayType.ACTIVATIONS, result);
  }

  /** dL/dx_c = e_c b_c^-beta - 2 alpha beta / size x_c sum of e_c' x_c' b_c'^(-beta-1). */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
    double beta = layerConf().getBeta();
    INDArray base = base();
    INDArray direct = Transforms.pow(base, -beta, true).muli(epsilon);
    INDArray crossed = windowSums(direct.mul(input).divi(base), after(), before());
    direct.subi(crossed.muli(input).muli(2 * share() * beta));
    return new Pair<>(new DefaultGradient(), memory.leverageTo(ArrayType.ACTIVATION_GRAD, direct));
  }

  /** Sums each channel with those before and after it; x is [N, C, H, W]. */
  private static INDArray windowSums(INDArray x, int before, int after) {
    INDArray sums = Nd4j.zeros(x.dataType(), x.shape());
    long channels = x.size(1);
    for (int shift = -before; shift <= after; shift++) {
      long from = Math.max(0, -shift);
      long to = channels - Math.max(0, shift);
      if (from < to) {
        channels(sums, from, to).addi(channels(x, from + shift, to + shift));
      }
    }
    return sums;
  }

  private static INDArray channels(INDArray x, long from, long to) {
    return x.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(from, to),
        NDArrayIndex.all(),
        NDArrayIndex.all());
  }
}
