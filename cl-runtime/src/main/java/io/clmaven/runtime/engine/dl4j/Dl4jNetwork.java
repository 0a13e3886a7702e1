package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.MissingPassException;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J graph behind flat vectors in the public order. */
final class Dl4jNetwork implements Network {

  private final ModelSpec model;
  private final ParameterLayout layout;
  private final Graph graph;
  private final ParameterMap map;
  private final Map<FlatVector, Link> sets = new IdentityHashMap<>();
  private final FlatVector gradient;
  private final Link gradients;
  private final Subspaces subspaces;
  private final GraphStatistics statistics;
  private final RandomStream dropout;
  private final GraphInput input;
  private final Dl4jDerivatives derivatives;
  private final OffHeapPressure pressure = new OffHeapPressure();
  private FlatVector parameters;
  private INDArray logits; // of the last forward with the parameters in use, else null
  private long lastTrained;

  /**
   * Takes over a graph.
   *
   * @param graph made from {@code model}
   * @param dropout seeds ND4J's generator at each step
   */
  Dl4jNetwork(ModelSpec model, Graph graph, RandomStream dropout) {
    this.model = model;
    this.layout = model.layout();
    this.graph = graph;
    this.map = new ParameterMap(graph, layout);
    this.gradient = vector();
    this.gradients = map.link(gradient.array(), graph.getFlattenedGradients());
    this.subspaces = new Subspaces(layout, gradient);
    this.statistics = new GraphStatistics(graph, RunningStatistics.of(model));
    this.dropout = dropout;
    this.input = GraphInput.of(model);
    this.derivatives = new Dl4jDerivatives(graph);
    use(vector());
    sets.get(parameters).pull(); // what DL4J started
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
    return statistics.values();
  }

  @Override
  public FlatVector vector() {
    FlatVector vector = new FlatVector(Nd4j.create(DataType.FLOAT, layout.length()));
    sets.put(vector, map.link(vector.array(), graph.params()));
    return vector;
  }

  @Override
  public void use(FlatVector parameters) {
    this.parameters = parameters;
    logits = null;
    derivatives.forget();
  }

  @Override
  public INDArray forward(Batch batch, Mode mode) {
    if (mode == Mode.EVALUATE) {
      return run(batch, Behaviour.EVALUATE);
    }
    lastTrained = graph.draws() ? dropout.nextLong() : 0;
    Nd4j.getRandom().setSeed(lastTrained);
    INDArray result = run(batch, Behaviour.TRAIN);
    statistics.pull();
    return result;
  }

  @Override
  public long pass() {
    return lastTrained;
  }

  @Override
  public INDArray repeat(Batch batch, long pass) {
    Nd4j.getRandom().setSeed(pass);
    return run(batch, Behaviour.REPEAT);
  }

  private INDArray run(Batch batch, Behaviour behaviour) {
    logits = activations(batch, behaviour).get(graph.output()).dup('c');
    return logits;
  }

  private Map<String, INDArray> activations(Batch batch, Behaviour behaviour) {
    derivatives.forget();
    parameters.push();
    sets.get(parameters).push();
    statistics.push();
    Map<String, INDArray> values = graph.run(input.array(batch), behaviour);
    pressure.add(values);
    return values;
  }

  @Override
  public double backward(Batch batch, Loss loss) {
    double value = backwardUnprojected(batch, loss);
    subspaces.remove();
    return value;
  }

  @Override
  public double backwardUnprojected(Batch batch, Loss loss) {
    if (logits == null || logits.size(0) != batch.size()) {
      throw MissingPassException.forward(batch.size());
    }
    float[] values = logits.data().asFloat();
    float[] errors = new float[values.length];
    double value = loss.gradient(values, model.outputs(), batch, errors);
    graph.backpropGradient(Nd4j.createFromArray(errors).reshape('c', logits.shape()));
    gradient.overwrite();
    gradients.pull();
    derivatives.wentBack();
    return value;
  }

  @Override
  public Derivatives derivatives() {
    return derivatives;
  }

  @Override
  public LayerInputs capture(Batch batch, Mode mode) {
    forward(batch, mode);
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    for (Segment weight : layout.weights()) {
      inputs.put(weight.layer(), graph.getLayer(weight.layer()).input().dup('c'));
    }
    return new LayerInputs(inputs);
  }

  @Override
  public void project(Segment weight, INDArray basis) {
    subspaces.put(weight, basis);
  }

  @Override
  public void close() {
    sets.keySet().forEach(vector -> vector.array().close());
    statistics.close();
    graph.close();
  }
}
