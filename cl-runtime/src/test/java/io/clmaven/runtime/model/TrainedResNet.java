package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@code resnet-18} of width 2 for three classes, and a file of trained weights for it with a
 * head of five classes, as torchvision has it.
 */
public final class TrainedResNet {

  public static final String FILE = "resnet18.safetensors";

  private static final int WIDTH = 2;

  private final Path folder;
  private final SafeTensorsFile tensors = new SafeTensorsFile();

  /** Draws the tensors of a file in a folder. */
  public TrainedResNet(Path folder) {
    this.folder = folder;
    ModelSpec random = specify(Optional.empty(), Statistics.RUNNING);
    RandomStream values = new RandomStreams(7).stream("weights");
    TorchvisionNames names = new TorchvisionNames("linear");
    for (Segment segment : random.layout().segments()) {
      if (!segment.layer().equals("linear")) {
        tensors.with(names.of(segment), segment.shape(), draw(segment.length(), values));
      }
    }
    for (Segment segment : random.statistics().segments()) {
      float[] drawn = draw(segment.length(), values);
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = segment.kind() == Segment.Kind.VARIANCE ? 1 + drawn[i] : drawn[i];
      }
      tensors.with(names.of(segment), segment.shape(), drawn);
    }
    tensors
        .with("bn1.num_batches_tracked", List.of(), 3)
        .with("fc.weight", List.of(5, 16), new float[80])
        .with("fc.bias", List.of(5), new float[5]);
  }

  private static float[] draw(int count, RandomStream random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextUniform(0.5f);
    }
    return values;
  }

  /** Returns the tensors of the file, to be changed before it is written. */
  SafeTensorsFile tensors() {
    return tensors;
  }

  /** Returns the network that the file as it is was read into. */
  public ModelSpec trained(Statistics statistics) {
    tensors.write(file());
    return specify(Optional.of(FILE), statistics);
  }

  ModelSpec specify(Optional<String> weights, Statistics statistics) {
    return new ResNet18().specify(parameters(weights, statistics), List.of(3, 32, 32), 3, folder);
  }

  static ResNet18.Parameters parameters(Optional<String> weights, Statistics statistics) {
    return new ResNet18.Parameters(WIDTH, statistics, weights);
  }

  Path file() {
    return folder.resolve(FILE);
  }
}
