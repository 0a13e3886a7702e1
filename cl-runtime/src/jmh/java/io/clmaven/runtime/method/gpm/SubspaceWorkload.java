package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Representation;
import io.clmaven.runtime.model.AlexNet;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.model.LeNet;
import io.clmaven.runtime.model.StridedConvNet;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** A projected network of a paper with what its basis update takes, on images made of waves. */
enum SubspaceWorkload {
  ALEXNET(
      new AlexNet(),
      new AlexNet.Parameters(
          AlexNet.Normalization.ALL,
          Layer.BatchNorm.Statistics.BATCH,
          false,
          List.of(0.2, 0.2, 0.5, 0.5, 0.5)),
      32,
      List.of(24, 100, 100, 125, 125)),
  LENET(
      new LeNet(),
      new LeNet.Parameters(
          LeNet.Normalization.LOCAL_RESPONSE, Layer.BatchNorm.Statistics.RUNNING, 6),
      32,
      List.of(24, 100, 125, 125)),
  STRIDED_CONVNET(
      new StridedConvNet(),
      new StridedConvNet.Parameters(160, 640),
      64,
      List.of(200, 200, 200, 200, 200, 200));

  private static final int CLASSES = 10;
  private static final int CHANNELS = 3;
  private static final int WAVES = 16;
  private static final int BATCH = 64;

  private final Architecture architecture;
  private final Record parameters;
  private final int side;
  private final List<Integer> samples;

  SubspaceWorkload(
      Architecture architecture, Record parameters, int side, List<Integer> samples) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.side = side;
    this.samples = samples;
  }

  /** Finds a workload, for example {@code strided-convnet}. */
  static SubspaceWorkload named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Network compile() {
    RandomStreams random = new RandomStreams(1);
    return Engines.installed()
        .choose("onednn")
        .compile(model(), random.stream("init"), random.stream("dropout"));
  }

  private ModelSpec model() {
    return architecture.specify(parameters, List.of(CHANNELS, side, side), CLASSES);
  }

  /** Returns the projected layers, with a threshold of 0.97. */
  List<ProjectedLayer> layers() {
    ModelSpec model = model();
    List<Segment> weights = ProjectionPlan.of(model.layout(), Scenario.TASK).projected();
    List<ProjectedLayer> layers = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Representation representation = Representation.of(model.layer(weights.get(i).layer()));
      layers.add(new ProjectedLayer(weights.get(i), representation, 0.97, samples.get(i)));
    }
    return layers;
  }

  /** Draws what the basis update of a task looks at. */
  Batch drawn(int task) {
    return images(samples.get(samples.size() - 1), task);
  }

  /** Draws a mini-batch of a task. */
  Batch batch(int task) {
    return images(BATCH, task);
  }

  private Batch images(int count, int task) {
    RandomStream random = new RandomStreams(task).stream("images");
    int pixels = side * side;
    float[] values = new float[count * CHANNELS * pixels];
    for (int map = 0; map < values.length; map += pixels) {
      for (int wave = 0; wave < WAVES; wave++) {
        addWave(values, map, random);
      }
    }
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(CLASSES);
    }
    return new Batch(
        Nd4j.createFromArray(values).reshape('c', count, CHANNELS, side, side),
        labels,
        new OutputRange(0, CLASSES));
  }

  /** As in photographs, the amplitude of a wave falls with its frequency. */
  private void addWave(float[] values, int map, RandomStream random) {
    double x = random.nextUniform(side / 2f);
    double y = random.nextUniform(side / 2f);
    double phase = random.nextUniform((float) Math.PI);
    double amplitude = 1 / (1 + Math.hypot(x, y));
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        double angle = phase + 2 * Math.PI * (y * i + x * j) / side;
        values[map + i * side + j] += (float) (amplitude * Math.cos(angle));
      }
    }
  }
}
