package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A DL4J graph without output layer; its errors come from outside. */
final class Dl4jNetwork implements Network {

  private static final boolean KEEP_FOR_BACKWARD = false; // the graph's parameter is "clear"

  private final ModelSpec model;
  private final ParameterLayout layout;
  private final ComputationGraph graph;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final RunningStatistics statistics;
  private final RandomStream dropout;
  private final boolean drawing; // whether a layer draws random numbers
  private final Map<Segment, INDArray> bases = new HashMap<>();
  private INDArray logits; // of the last forward in training mode, null after any other

  /**
   * Takes over a graph.
   *
   * @param graph made from {@code model}, with parameters and gradient in place
   * @param dropout seeds ND4J's generator at each step
   */
  Dl4jNetwork(ModelSpec model, ComputationGraph graph, RandomStream dropout) {
    this.model = model;
    this.layout = model.layout();
    this.graph = graph;
    this.parameters = flat(graph.params());
    this.gradient = flat(graph.getFlattenedGradients());
    this.statistics = RunningStatistics.of(model);
    this.dropout = dropout;
    this.drawing = model.nodes().stream().anyMatch(n -> n.layer() instanceof Layer.Dropout);
  }

  private static FlatVector flat(INDArray array) {
    return new FlatVector(array.reshape(array.length()));
  }

  @Override
  public ModelSpec model() {
    return model;
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public FlatVector parameters() {
    return parameters;
  }

  @Override
  public FlatVector gradient() {
    return gradient;
  }

  @Override
  public RunningStatistics statistics() {
    return statistics;
  }

  @Override
  public FlatVector vector() {
    return new FlatVector(Nd4j.create(DataType.FLOAT, layout.length()));
  }

  @Override
  public void use(FlatVector parameters) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long pass() {
    throw new UnsupportedOperationException();
  }

  @Override
  public INDArray repeat(Batch batch, long pass) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Derivatives derivatives() {
    throw new UnsupportedOperationException();
  }

  @Override
  public INDArray forward(Batch batch, Mode mode) {
    Map<String, INDArray> activations = activations(batch, mode);
    INDArray result = activations.get(graph.getConfiguration().getNetworkOutputs().get(0)).dup('c');
    logits = mode == Mode.TRAIN ? result : null;
    return result;
  }

  private Map<String, INDArray> activations(Batch batch, Mode mode) {
    parameters.push();
    boolean train = mode == Mode.TRAIN;
    if (train && drawing) {
      Nd4j.getRandom().setSeed(dropout.nextLong());
    }
    INDArray[] inputs = {batch.inputs().reshape('c', batch.size(), model.inputSize())};
    return graph.feedForward(inputs, train, KEEP_FOR_BACKWARD);
  }

  @Override
  public double backward(Batch batch, Loss loss) {
    if (logits == null || logits.size(0) != batch.size()) {
      throw new IllegalStateException(
          "backward of %d samples needs a forward of the same batch in training mode before it"
              .formatted(batch.size()));
    }
    float[] values = logits.data().asFloat();
    float[] errors = new float[values.length];
    double value = loss.gradient(values, model.outputs(), batch, errors);
    graph.backpropGradient(Nd4j.createFromArray(errors).reshape('c', logits.shape()));
    gradient.overwrite();
    bases.forEach(this::removeSubspace);
    return value;
  }

  private void removeSubspace(Segment weight, INDArray basis) {
    INDArray g =
        gradient
            .array()
            .get(NDArrayIndex.interval(weight.offset(), weight.end()))
            .reshape('c', weight.rows(), weight.columns());
    g.subi(g.mmul(basis).mmul(basis.transpose()));
  }

  @Override
  public LayerInputs capture(Batch batch, Mode mode) {
    Map<String, INDArray> activations = activations(batch, mode);
    logits = null;
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    for (Segment weight : layout.weights()) {
      String before = graph.getConfiguration().getVertexInputs().get(weight.layer()).get(0);
      inputs.put(weight.layer(), activations.get(before).dup('c'));
    }
    return new LayerInputs(inputs);
  }

  @Override
  public void project(Segment weight, INDArray basis) {
    if (!layout.weights().contains(weight)) {
      throw new IllegalArgumentException("'%s' has no weight".formatted(weight.layer()));
    }
    if (basis == null || basis.isEmpty() || basis.size(1) == 0) {
      bases.remove(weight);
    } else {
      bases.put(weight, basis.castTo(DataType.FLOAT).dup('c'));
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
