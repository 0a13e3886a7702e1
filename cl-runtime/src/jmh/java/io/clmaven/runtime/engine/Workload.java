package io.clmaven.runtime.engine;

import io.clmaven.runtime.model.Activation;
import io.clmaven.runtime.model.AlexNet;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.model.LeNet;
import io.clmaven.runtime.model.Mlp;
import io.clmaven.runtime.model.ReducedResNet18;
import io.clmaven.runtime.model.SmallResNet18;
import io.clmaven.runtime.random.RandomStream;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** A network of a paper with a batch size: without dropout, AlexNet without batch normalisation. */
enum Workload {
  MLP_B10(new Mlp(), mlp(100), 10),
  MLP_B1(new Mlp(), mlp(100), 1),
  MLP300_B64(new Mlp(), mlp(300), 64),
  ALEXNET_B64(new AlexNet(), alexNet(), 64),
  ALEXNET_B32(new AlexNet(), alexNet(), 32),
  ALEXNET_B1(new AlexNet(), alexNet(), 1),
  RESNET18_B10(
      new ReducedResNet18(), new ReducedResNet18.Parameters(20, 0), 10),
  LENET_B64(
      new LeNet(),
      new LeNet.Parameters(
          LeNet.Normalization.LOCAL_RESPONSE, Layer.BatchNorm.Statistics.RUNNING, 6),
      64),
  RESNET18_5D_B64(
      new SmallResNet18(),
      new SmallResNet18.Parameters(20, Layer.BatchNorm.Statistics.BATCH),
      64);

  private static final int CLASSES = 10;

  private final Architecture architecture;
  private final Record parameters;
  private final int batchSize;

  Workload(Architecture architecture, Record parameters, int batchSize) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.batchSize = batchSize;
  }

  private static Mlp.Parameters mlp(int hidden) {
    return new Mlp.Parameters(List.of(hidden, hidden), false, Activation.RELU, false, 0, 1);
  }

  private static AlexNet.Parameters alexNet() {
    return new AlexNet.Parameters(
        AlexNet.Normalization.NONE,
        Layer.BatchNorm.Statistics.BATCH,
        false,
        List.of(0.0, 0.0, 0.0, 0.0, 0.0));
  }

  /** Finds a workload, for example {@code alexnet-b64}. */
  static Workload named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  ModelSpec model() {
    List<Integer> input = architecture instanceof Mlp ? List.of(784) : List.of(3, 32, 32);
    int outputs = this == RESNET18_B10 ? 100 : CLASSES;
    return architecture.specify(parameters, input, outputs);
  }

  /** Draws inputs of [-1, 1) and labels. */
  Batch batch(RandomStream random) {
    ModelSpec model = model();
    float[] values = new float[batchSize * model.inputSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextUniform(1);
    }
    int[] labels = new int[batchSize];
    for (int i = 0; i < batchSize; i++) {
      labels[i] = random.nextInt(CLASSES);
    }
    return new Batch(
        Nd4j.createFromArray(values).reshape(batchSize, model.inputSize()),
        labels,
        new OutputRange(0, model.outputs()));
  }
}
