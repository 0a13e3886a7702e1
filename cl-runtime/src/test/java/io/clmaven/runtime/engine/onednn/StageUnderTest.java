package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The stage of one layer without parameters, run on values in the public order [N, C, H, W]. */
final class StageUnderTest implements AutoCloseable {

  private final Cpu cpu = new Cpu();
  private final Pass pass = new Pass();
  private final int rows;
  private final ModelSpec model;
  private final Image before;
  private final Image after;
  private final Stage stage;

  StageUnderTest(Layer layer, int rows, List<Integer> shape) {
    this.rows = rows;
    this.model = ModelSpec.input(shape).then("layer", layer).build();
    this.before = Image.of(shape);
    this.after = Image.of(model.shape("layer"));
    FlatVector unused = new FlatVector(Nd4j.create(DataType.FLOAT, 0));
    ParameterMemory none = new ParameterMemory(model.layout(), unused);
    StageFactory factory = new StageFactory(model, cpu, none, RunningStatistics.of(model));
    this.stage = factory.make(model.nodes().get(0));
    pass.evaluate(rows);
  }

  Stage stage() {
    return stage;
  }

  Pass pass() {
    return pass;
  }

  /** Returns what the layer should do. */
  LayerFormula formula() {
    return new LayerFormula(model, rows);
  }

  /** Returns values in [-1, 1) for all inputs. */
  float[] inputs(long seed) {
    return values(rows * before.size(), seed);
  }

  /** Returns values in [-1, 1) for all outputs. */
  float[] outputs(long seed) {
    return values(rows * after.size(), seed);
  }

  private static float[] values(int count, long seed) {
    RandomStream random = new RandomStreams(seed).stream("values");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextUniform(1);
    }
    return values;
  }

  float[] forward(float[] inputs) {
    return leave(stage.forward(new Matrix[] {enter(inputs, before)}, pass), after);
  }

  float[] inputGradient(float[] gradient) {
    return leave(stage.inputGradient(0, enter(gradient, after), pass), before);
  }

  float[] forward(Tangent tangent, float[] inputs) {
    return leave(tangent.forward(new Matrix[] {enter(inputs, before)}, pass), after);
  }

  float[] inputGradient(Tangent tangent, float[] gradient, float[] itsTangent) {
    Matrix g = enter(gradient, after);
    return leave(tangent.inputGradient(0, g, enter(itsTangent, after), pass), before);
  }

  Matrix enterOutputs(float[] publicOrder) {
    return enter(publicOrder, after);
  }

  float[] leaveInputs(Matrix matrix) {
    return leave(matrix, before);
  }

  private Matrix enter(float[] publicOrder, Image image) {
    float[] turned = new float[publicOrder.length];
    for (int i = 0; i < publicOrder.length; i++) {
      turned[channelsLast(i, image)] = publicOrder[i];
    }
    return Matrix.of(turned, image.size());
  }

  private float[] leave(Matrix matrix, Image image) {
    float[] turned = new float[rows * image.size()];
    matrix.pullRows(turned, rows);
    float[] publicOrder = new float[turned.length];
    for (int i = 0; i < turned.length; i++) {
      publicOrder[i] = turned[channelsLast(i, image)];
    }
    return publicOrder;
  }

  private static int channelsLast(int index, Image image) {
    int sample = index / image.size();
    int channel = index / image.pixels() % image.channels();
    int pixel = index % image.pixels();
    return (sample * image.pixels() + pixel) * image.channels() + channel;
  }

  @Override
  public void close() {
    stage.close();
    cpu.close();
  }
}
