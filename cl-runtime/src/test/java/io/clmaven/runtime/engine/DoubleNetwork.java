package io.clmaven.runtime.engine;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in double precision, in the public order [N, C, H, W], plain and slow: what the engines
 * are checked against. It knows no engine.
 */
public final class DoubleNetwork {

  private final ModelSpec model;
  private final Mode mode;
  private final double[] statistics;
  private final ParameterLayout layout;
  private final ParameterLayout statisticsLayout;

  /**
   * Makes a network.
   *
   * @param mode how all passes are done
   * @param statistics running statistics in the order of {@link ModelSpec#statistics}
   */
  public DoubleNetwork(ModelSpec model, Mode mode, double[] statistics) {
    this.model = model;
    this.mode = mode;
    this.statistics = statistics;
    this.layout = model.layout();
    this.statisticsLayout = model.statistics();
  }

  /** Makes a network with the statistics that the model starts with. */
  public DoubleNetwork(ModelSpec model, Mode mode) {
    this(model, mode, doubles(model.initialStatistics()));
  }

  /** Converts without rounding. */
  public static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    Arrays.setAll(result, i -> values[i]);
    return result;
  }

  /** Returns the inputs of a batch [N][D], in the public order. */
  public static double[][] inputs(Batch batch) {
    double[] all = doubles(batch.inputs().dup('c').data().asFloat());
    int columns = all.length / batch.size();
    double[][] rows = new double[batch.size()][];
    Arrays.setAll(rows, n -> Arrays.copyOfRange(all, n * columns, (n + 1) * columns));
    return rows;
  }

  /**
   * Computes the logits [N][outputs].
   *
   * @param parameters [P] in the order of {@link ModelSpec#layout}
   * @param inputs [N][D]
   */
  public double[][] logits(double[] parameters, double[][] inputs) {
    return values(parameters, inputs).get(model.nodes().get(model.nodes().size() - 1).name());
  }

  /** Computes the outputs [N][...] of all layers by name, with the input of the network. */
  public Map<String, double[][]> values(double[] parameters, double[][] inputs) {
    Map<String, double[][]> values = new LinkedHashMap<>();
    values.put(ModelSpec.INPUT, inputs);
    for (ModelSpec.Node node : model.nodes()) {
      List<double[][]> arguments = node.inputs().stream().map(values::get).toList();
      DoubleLayer layer = DoubleLayers.of(node.layer());
      values.put(node.name(), layer.forward(arguments, site(node, parameters)));
    }
    return values;
  }

  /** Computes the mean softmax cross entropy over a range of outputs. */
  public double loss(double[] parameters, double[][] inputs, int[] labels, OutputRange outputs) {
    double[][] logits = logits(parameters, inputs);
    double sum = 0;
    for (int n = 0; n < labels.length; n++) {
      double[] row = Arrays.copyOfRange(logits[n], outputs.from(), outputs.to());
      double largest = Arrays.stream(row).max().orElseThrow();
      double exponentials = Arrays.stream(row).map(z -> Math.exp(z - largest)).sum();
      sum += Math.log(exponentials) + largest - row[labels[n]];
    }
    return sum / labels.length;
  }

  /** Computes the running statistics as training on the inputs leaves them. */
  public double[] movedStatistics(double[] parameters, double[][] inputs) {
    Map<String, double[][]> values = values(parameters, inputs);
    double[] moved = statistics.clone();
    for (ModelSpec.Node node : model.nodes()) {
      statisticsLayout
          .find(node.name(), Segment.Kind.MEAN)
          .ifPresent(
              mean -> {
                DoubleBatchNorm norm = new DoubleBatchNorm((Layer.BatchNorm) node.layer());
                double[] own = norm.moved(values.get(node.inputs().get(0)), site(node, parameters));
                System.arraycopy(own, 0, moved, mean.offset(), own.length);
              });
    }
    return moved;
  }

  /**
   * Computes how far the pass is from another decision: the smallest |x| at a ReLU and the smallest
   * lead of the largest value in a max-pool. Ties count as no decision: they come from zeros behind
   * a ReLU.
   */
  public double margin(double[] parameters, double[][] inputs) {
    Map<String, double[][]> values = values(parameters, inputs);
    double margin = Double.POSITIVE_INFINITY;
    for (ModelSpec.Node node : model.nodes()) {
      double[][] x = values.get(node.inputs().get(0));
      for (double[] row : distances(node, x, site(node, parameters))) {
        margin = Math.min(margin, Arrays.stream(row).filter(d -> d > 0).min().orElse(margin));
      }
    }
    return margin;
  }

  private static double[][] distances(ModelSpec.Node node, double[][] x, DoubleSite site) {
    if (node.layer() instanceof Layer.Relu || node.layer() instanceof Layer.LeakyRelu) {
      return Arrays.stream(x)
          .map(row -> Arrays.stream(row).map(Math::abs).toArray())
          .toArray(double[][]::new);
    } else if (node.layer() instanceof Layer.MaxPool pool) {
      return new DoublePool(pool.window(), DoublePool::gap).forward(List.<double[][]>of(x), site);
    }
    return new double[0][];
  }

  private DoubleSite site(ModelSpec.Node node, double[] parameters) {
    Map<Segment.Kind, double[]> own = new EnumMap<>(Segment.Kind.class);
    put(own, node, layout, parameters);
    put(own, node, statisticsLayout, statistics);
    List<Integer> input = model.shape(node.inputs().get(0));
    return new DoubleSite(input, node.outputShape(), own, mode);
  }

  private static void put(
      Map<Segment.Kind, double[]> own, ModelSpec.Node node, ParameterLayout layout, double[] all) {
    for (Segment segment : layout.segments()) {
      if (segment.layer().equals(node.name())) {
        own.put(segment.kind(), Arrays.copyOfRange(all, segment.offset(), segment.end()));
      }
    }
  }
}
