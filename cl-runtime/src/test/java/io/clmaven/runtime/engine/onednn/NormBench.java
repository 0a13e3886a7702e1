package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer.BatchNorm;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.onednn.BatchNormSetup.Finish;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A batch normalisation by itself, with random parameters, running statistics and inputs. */
final class NormBench implements AutoCloseable {

  static final int ROWS = 6;
  final Pass pass = new Pass();
  final BatchNormStage stage;
  final RunningStatistics running;
  final PlainNorm.Point point;
  final PlainNorm.Point direction;
  final double[] upstream;
  final double[] upstreamTangent;
  private final int channels;
  private final RandomStream random = new RandomStreams(7).stream("test");
  private final ParameterLayout layout;
  private final ParameterMemory memory;
  private final Cpu cpu = new Cpu();
  private final FlatVector gradient;
  private final FlatVector result;

  NormBench(int channels, BatchNorm.Statistics statistics, Finish finish) {
    ModelSpec model =
        ModelSpec.input(List.of(channels, 3, 2)).then("bn1", new BatchNorm(statistics)).build();
    this.channels = channels;
    layout = model.layout();
    gradient = new FlatVector(Nd4j.create(DataType.FLOAT, layout.length()));
    memory = new ParameterMemory(layout, gradient);
    running = RunningStatistics.of(model);
    for (int i = 0; i < running.values().length; i++) {
      running.values()[i] = 0.5f + random.nextUniform(0.4f);
    }
    int size = ROWS * model.inputSize();
    point = new PlainNorm.Point(draw(size), draw(channels), draw(channels));
    direction = new PlainNorm.Point(draw(size), draw(channels), draw(channels));
    upstream = draw(size);
    upstreamTangent = draw(size);
    vector(ParameterMemory.Views::values, point);
    vector(ParameterMemory.Views::direction, direction);
    result = vector(ParameterMemory.Views::result, point);
    stage = new BatchNormStage("bn1", setup(model, finish));
  }

  private BatchNormSetup setup(ModelSpec model, Finish finish) {
    return new BatchNormSetup(
        cpu,
        Image.of(model.inputShape()),
        PlainNorm.EPSILON,
        new Moments(model.nodes().get(0), running),
        memory.of(layout.segments().get(0)),
        memory.of(layout.segments().get(1)),
        finish);
  }

  private double[] draw(int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextUniform(1);
    }
    return values;
  }

  private FlatVector vector(
      Function<ParameterMemory.Views, Matrix> view, PlainNorm.Point parameters) {
    FlatVector vector = new FlatVector(Nd4j.create(DataType.FLOAT, 2 * channels));
    memory.look(view, vector);
    for (int c = 0; c < channels; c++) {
      vector.values()[c] = (float) parameters.scale()[c];
      vector.values()[channels + c] = (float) parameters.shift()[c];
    }
    vector.push();
    return vector;
  }

  /** Returns the same in double precision, with the statistics that the pass uses. */
  PlainNorm plain(Finish finish, boolean ofBatch) {
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    for (int c = 0; c < channels && !ofBatch; c++) {
      mean[c] = running.values()[c];
      variance[c] = running.values()[channels + c];
    }
    return new PlainNorm(finish == Finish.RELU, ofBatch ? null : mean, ofBatch ? null : variance);
  }

  Matrix matrix(double[] values) {
    float[] copy = new float[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) values[i];
    }
    return Matrix.of(copy, values.length / ROWS);
  }

  static double[] values(Matrix matrix) {
    float[] values = new float[ROWS * matrix.columns()];
    matrix.pullRows(values, ROWS);
    return doubles(values, 0, values.length);
  }

  Matrix forward() {
    return stage.forward(new Matrix[] {matrix(point.x())}, pass);
  }

  /** Goes back after {@link #forward}. */
  PlainNorm.Point backward() {
    Matrix signal = matrix(upstream);
    stage.parameterGradient(signal, pass);
    return point(stage.inputGradient(0, signal, pass), gradient);
  }

  /** Returns what lies in the result memory, beside a gradient of the input. */
  PlainNorm.Point result(Matrix inputs) {
    return point(inputs, result);
  }

  private PlainNorm.Point point(Matrix inputs, FlatVector parameters) {
    parameters.overwrite();
    float[] all = parameters.pull();
    return new PlainNorm.Point(
        values(inputs), doubles(all, 0, channels), doubles(all, channels, 2 * channels));
  }

  private static double[] doubles(float[] values, int from, int to) {
    double[] result = new double[to - from];
    for (int i = from; i < to; i++) {
      result[i - from] = values[i];
    }
    return result;
  }

  @Override
  public void close() {
    stage.close();
    cpu.close();
  }
}
