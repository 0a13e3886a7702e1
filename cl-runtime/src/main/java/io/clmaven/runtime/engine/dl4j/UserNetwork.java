package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network that a user described or trained with DL4J, as a model. */
public final class UserNetwork {

  private static final String NAME = "network";

  /** Layers whose parameters methods understand. */
  private static final Set<Class<?>> KNOWN =
      Set.of(DenseLayer.class, ConvolutionLayer.class, BatchNormalization.class, Norm.class);

  private final String file;
  private final Graph graph;
  private final boolean trained;

  private UserNetwork(String file, Graph graph, boolean trained) {
    this.file = file;
    this.graph = graph;
    this.trained = trained;
  }

  /**
   * Reads a network as a model.
   *
   * @param file JSON of a configuration, or a model zip, whose parameters are the start then
   * @param inputShape shape of one sample: [D] or [C, H, W]
   * @param outputs number of logits
   * @throws UnsupportedModelException if it is none, or does not fit
   */
  public static ModelSpec read(Path file, List<Integer> inputShape, int outputs) {
    try (StoredNetwork stored = StoredNetwork.read(file)) {
      ComputationGraphConfiguration configuration = stored.graph().getConfiguration().clone();
      prepare(configuration, file.toString());
      Graph graph = Graph.of(configuration);
      try {
        graph.params().assign(stored.graph().params());
        return new UserNetwork(file.toString(), graph, stored.trained()).model(inputShape, outputs);
      } finally {
        graph.close();
      }
    }
  }

  /** Returns the network in a model, if it has one. */
  static Optional<Layer.Dl4jNetwork> in(ModelSpec model) {
    return model.nodes().stream()
        .map(ModelSpec.Node::layer)
        .filter(Layer.Dl4jNetwork.class::isInstance)
        .map(Layer.Dl4jNetwork.class::cast)
        .findFirst();
  }

  private static void prepare(ComputationGraphConfiguration configuration, String file) {
    int inputs = configuration.getNetworkInputs().size();
    int outputs = configuration.getNetworkOutputs().size();
    if (inputs != 1 || outputs != 1) {
      throw new UnsupportedModelException(
          "Cannot train DL4J network '%s': it has %d inputs and %d outputs. Give one of each."
              .formatted(file, inputs, outputs));
    }
    configuration.setTrainingWorkspaceMode(WorkspaceMode.NONE);
    configuration.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    configuration.setDataType(DataType.FLOAT);
    new OutputLayers(file).takeOff(configuration);
    Norms.own(configuration);
  }

  private ModelSpec model(List<Integer> inputShape, int outputs) {
    List<Layer.Dl4jNetwork.Part> parts = new ArrayList<>();
    for (org.deeplearning4j.nn.api.Layer layer : graph.getLayers()) {
      check(layer.conf().getLayer());
      parts.addAll(parts(layer));
    }
    Layer.Dl4jNetwork network =
        new Layer.Dl4jNetwork(graph.getConfiguration().toJson(), parts, outputs);
    ModelBuilder model = ModelSpec.input(inputShape);
    if (needsFlatInput(inputShape, outputs)) {
      model.then("flatten", new Layer.Flatten());
    }
    return model.then(NAME, network).build();
  }

  private void check(org.deeplearning4j.nn.conf.layers.Layer layer) {
    if (layer.initializer().numParams(layer) > 0 && !KNOWN.contains(layer.getClass())) {
      throw unsupported(layer, "has parameters other than weights, biases, scales and shifts");
    }
    if (layer instanceof BaseLayer base
        && (base.getWeightNoise() != null || base.getActivationFn() instanceof ActivationRReLU)) {
      throw unsupported(layer, "draws random numbers that cannot be repeated");
    }
  }

  private UnsupportedModelException unsupported(
      org.deeplearning4j.nn.conf.layers.Layer layer, String what) {
    return new UnsupportedModelException(
        "Cannot train DL4J network '%s': its layer '%s' (%s) %s. Use dense, convolution and batch"
                .formatted(file, layer.getLayerName(), layer.getClass().getSimpleName(), what)
            + " normalisation layers.");
  }

  private List<Layer.Dl4jNetwork.Part> parts(org.deeplearning4j.nn.api.Layer layer) {
    List<Layer.Dl4jNetwork.Part> parts = new ArrayList<>();
    for (Segment.Kind kind : Segment.Kind.values()) {
      INDArray view = kind == Segment.Kind.GATE ? null : parameter(layer, kind);
      if (view != null) {
        Layer.Parameter parameter = new Layer.Parameter(kind, publicShape(kind, view), start(view));
        parts.add(new Layer.Dl4jNetwork.Part(layer.conf().getLayer().getLayerName(), parameter));
      }
    }
    return parts;
  }

  private static INDArray parameter(org.deeplearning4j.nn.api.Layer layer, Segment.Kind kind) {
    return layer.paramTable() == null ? null : layer.paramTable().get(ParameterMap.key(kind));
  }

  /** DL4J's dense weights are [in, out]; what is no weight is a vector, of rank 1 or 2. */
  private static List<Integer> publicShape(Segment.Kind kind, INDArray view) {
    if (kind != Segment.Kind.WEIGHT) {
      return List.of(Math.toIntExact(view.length()));
    }
    List<Integer> shape = Arrays.stream(view.shape()).mapToObj(Math::toIntExact).toList();
    return shape.size() == 2 ? List.of(shape.get(1), shape.get(0)) : shape;
  }

  private Initialization start(INDArray view) {
    return trained
        ? new Initialization.Given(view.dup(view.ordering()).data().asFloat())
        : Initialization.BY_ENGINE;
  }

  /** Tries images first: DL4J's preprocessors take them in either form, its layers do not. */
  private boolean needsFlatInput(List<Integer> inputShape, int outputs) {
    int size = inputShape.stream().reduce(1, Math::multiplyExact);
    Optional<long[]> shape = outputShape(inputShape.stream().mapToLong(n -> n).toArray());
    boolean flat = shape.isEmpty() && inputShape.size() > 1;
    long[] found =
        (flat ? outputShape(new long[] {size}) : shape)
            .orElseThrow(
                () ->
                    new UnsupportedModelException(
                        "Cannot train DL4J network '%s': it does not take the inputs %s of the"
                                .formatted(file, inputShape)
                            + " benchmark. Change its number of inputs."));
    if (!Arrays.equals(found, new long[] {1, outputs})) {
      throw new UnsupportedModelException(
          "Cannot train DL4J network '%s': it makes outputs of shape %s, but the benchmark has %d"
                  .formatted(
                      file, Arrays.toString(Arrays.copyOfRange(found, 1, found.length)), outputs)
              + " classes. Change its number of outputs.");
    }
    return flat;
  }

  private Optional<long[]> outputShape(long[] sample) {
    long[] shape = new long[sample.length + 1];
    shape[0] = 1;
    System.arraycopy(sample, 0, shape, 1, sample.length);
    try {
      INDArray zeros = Nd4j.zeros(DataType.FLOAT, shape);
      return Optional.of(graph.run(zeros, Behaviour.EVALUATE).get(graph.output()).shape());
    } catch (RuntimeException e) { // DL4J throws many kinds for a wrong shape
      return Optional.empty();
    }
  }
}
