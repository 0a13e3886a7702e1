package io.clmaven.runtime.engine.onednn;

import static io.clmaven.runtime.engine.DoubleNetwork.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The stage of the last layer of a model at a random point, beside a formula in double precision;
 * all values in the order of the stage's memory.
 */
final class StageBench implements AutoCloseable {

  private static final int NONE = Integer.MAX_VALUE;
  private static final double TOLERANCE = 2e-5;

  final int rows;
  final Pass pass = new Pass();
  final Stage stage;
  final StagePoint point;
  final StagePoint direction;
  final double[] upstream;
  final double[] upstreamTangent;
  private final RandomStream random = new RandomStreams(5).stream("test");
  private final Cpu cpu = new Cpu();
  private final ParameterMemory memory;
  private final FlatVector gradient;
  private final FlatVector result;

  StageBench(ModelSpec model, int rows) {
    this.rows = rows;
    ModelSpec.Node node = model.nodes().get(model.nodes().size() - 1);
    int length = model.layout().length();
    gradient = vector(new double[length]);
    memory = new ParameterMemory(model.layout(), gradient);
    point = draw(model, node);
    direction = draw(model, node);
    upstream = draw(rows * model.outputs());
    upstreamTangent = draw(rows * model.outputs());
    look(ParameterMemory.Views::values, point.parameters());
    look(ParameterMemory.Views::direction, direction.parameters());
    result = look(ParameterMemory.Views::result, new double[length]);
    stage = new StageFactory(model, cpu, memory, RunningStatistics.of(model)).make(node);
    pass.train(rows, 99);
  }

  private StagePoint draw(ModelSpec model, ModelSpec.Node node) {
    double[] parameters = draw(model.layout().length());
    List<double[]> inputs =
        node.inputs().stream()
            .map(name -> draw(rows * Image.of(model.shape(name)).size()))
            .toList();
    return new StagePoint(parameters, inputs);
  }

  private double[] draw(int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextUniform(1);
    }
    return values;
  }

  private FlatVector look(Function<ParameterMemory.Views, Matrix> view, double[] values) {
    FlatVector vector = vector(values);
    memory.look(view, vector);
    return vector;
  }

  private static FlatVector vector(double[] values) {
    FlatVector vector = new FlatVector(Nd4j.create(DataType.FLOAT, values.length));
    for (int i = 0; i < values.length; i++) {
      vector.values()[i] = (float) values[i];
    }
    vector.push();
    return vector;
  }

  Matrix matrix(double[] values) {
    float[] copy = new float[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) values[i];
    }
    return Matrix.of(copy, values.length / rows);
  }

  double[] values(Matrix matrix) {
    float[] values = new float[rows * matrix.columns()];
    matrix.pullRows(values, rows);
    return doubles(values);
  }

  private Matrix[] matrices(List<double[]> values) {
    return values.stream().map(this::matrix).toArray(Matrix[]::new);
  }

  private Matrix[] tangents(StagePoint direction, int still) {
    Matrix[] tangents = matrices(direction.inputs());
    if (still < tangents.length) {
      tangents[still] = Matrix.ZERO;
    }
    return tangents;
  }

  double[] forward() {
    return values(stage.forward(matrices(point.inputs()), pass));
  }

  /** Returns what lies in the result memory. */
  double[] result() {
    return doublesOf(result);
  }

  private static double[] doublesOf(FlatVector vector) {
    return vector.length() == 0 ? new double[0] : doubles(vector.array().toFloatVector());
  }

  /** Holds the output and its gradients against the formula. */
  void assertFollows(StagePoint.Formula formula) {
    assertClose(forward(), formula.at(point));
    Matrix g = matrix(upstream);
    stage.parameterGradient(g, pass);
    gradient.push();
    StagePoint expected = point.gradient(formula, upstream);
    assertClose(doublesOf(gradient), expected.parameters());
    for (int i = 0; i < point.inputs().size(); i++) {
      assertClose(values(stage.inputGradient(i, g, pass)), expected.inputs().get(i));
    }
  }

  /** Holds the tangents of output and gradients against differences of the formula. */
  void assertTangentsFollow(StagePoint.Formula formula) {
    assertTangentsFollow(formula, NONE);
  }

  /**
   * Holds the tangents of output and gradients against differences of the formula.
   *
   * @param still an input that does not move
   */
  void assertTangentsFollow(StagePoint.Formula formula, int still) {
    StagePoint moves = direction.withZero(still);
    forward();
    Matrix g = matrix(upstream);
    Matrix dg = matrix(upstreamTangent);
    try (Tangent tangent = stage.tangent()) {
      Matrix output = tangent.forward(tangents(moves, still), pass);
      assertClose(values(output), point.tangent(formula, moves));
      tangent.parameterGradient(g, dg, pass);
      StagePoint expected = point.gradientTangent(formula, moves, upstream, upstreamTangent);
      assertClose(result(), expected.parameters());
      for (int i = 0; i < point.inputs().size(); i++) {
        assertClose(values(tangent.inputGradient(i, g, dg, pass)), expected.inputs().get(i));
      }
    }
  }

  /** Returns the curvature of an input, after that of the parameters went to the result. */
  double[] curvature(GateRule rule) {
    forward();
    try (Curvature curvature = stage.curvature()) {
      Matrix s = matrix(upstreamTangent);
      curvature.parameters(s, pass);
      return values(curvature.input(0, matrix(upstream), s, rule, pass));
    }
  }

  static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, within(TOLERANCE));
  }

  @Override
  public void close() {
    stage.close();
    cpu.close();
  }
}
