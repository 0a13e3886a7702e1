package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.dl4j.Dl4jModelFile;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PretrainedWeightsTest {

  @TempDir Path folder;

  private TrainedResNet resNet;
  private ModelSpec random;

  static Stream<Engine> engines() {
    return Stream.of(new OnednnEngine(), new Dl4jEngine());
  }

  @BeforeEach
  void makeFile() {
    resNet = new TrainedResNet(folder);
    random = resNet.specify(Optional.empty(), Statistics.RUNNING);
  }

  @Test
  void haveTheNamesOfTorchvision() {
    TorchvisionNames names = new TorchvisionNames("linear");

    assertThat(random.layout().segments().stream().map(names::of))
        .hasSize(62)
        .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight")
        .contains("layer2.0.downsample.0.weight", "layer2.0.downsample.1.bias")
        .endsWith("layer4.1.bn2.bias", "fc.weight", "fc.bias");
    assertThat(random.statistics().segments().stream().map(names::of))
        .hasSize(40)
        .startsWith("bn1.running_mean", "bn1.running_var")
        .contains("layer4.0.downsample.1.running_var");
  }

  @Test
  void fillAllLayersButTheLast() throws IOException {
    ModelSpec trained = resNet.trained(Statistics.RUNNING);
    float[] parameters = new float[trained.layout().length()];
    trained.initialize(parameters, new RandomStreams(1).stream("init"));

    Segment shortcut =
        trained.layout().find("layer3.0.shortcut", Segment.Kind.WEIGHT).orElseThrow();
    float[] read = Arrays.copyOfRange(parameters, shortcut.offset(), shortcut.end());
    assertThat(read).isEqualTo(given("layer3.0.downsample.0.weight", shortcut.shape()));
    Segment head = trained.layout().find("linear", Segment.Kind.WEIGHT).orElseThrow();
    assertThat(Arrays.copyOfRange(parameters, head.offset(), head.end())).doesNotContain(0);
    Segment variance =
        trained.statistics().find("layer4.1.bn2", Segment.Kind.VARIANCE).orElseThrow();
    assertThat(Arrays.copyOfRange(trained.initialStatistics(), variance.offset(), variance.end()))
        .isEqualTo(given("layer4.1.bn2.running_var", variance.shape()));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void giveTheLogitsOfTheNetworkThatHadThem(Engine engine) {
    try (Network before = Models.compile(engine, random, 1)) {
      moveStatistics(before);
      writeTorchvision(before);
      try (Network after =
          Models.compile(
              engine, resNet.specify(Optional.of(TrainedResNet.FILE), Statistics.RUNNING), 2)) {
        assertSameLogits(before, after);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void areReadFromAModelZipToo(Engine engine) throws IOException {
    try (Network before = Models.compile(engine, random, 1)) {
      moveStatistics(before);
      Dl4jModelFile.write(before, folder.resolve("model.zip"));
      ModelSpec model = resNet.specify(Optional.of("model.zip"), Statistics.RUNNING);
      try (Network after = Models.compile(engine, model, 2)) {
        assertSameLogits(before, after);
      }
    }
  }

  @Test
  void leaveOutStatisticsThatTheNetworkDoesNotHave() {
    assertThat(resNet.trained(Statistics.BATCH).initialStatistics()).isEmpty();
  }

  @Test
  void belongToTheFilesOfTheExperiment() {
    Record parameters =
        TrainedResNet.parameters(Optional.of(TrainedResNet.FILE), Statistics.RUNNING);
    assertThat(new ResNet18().files(parameters)).containsExactly(TrainedResNet.FILE);
  }

  private float[] given(String name, List<Integer> shape) throws IOException {
    try (SafeTensors file = SafeTensors.open(resNet.file())) {
      return file.read(name, shape);
    }
  }

  private static void moveStatistics(Network network) {
    network.forward(Models.batch(network.model(), 4, 3), Mode.TRAIN);
  }

  private void writeTorchvision(Network network) {
    TorchvisionNames names = new TorchvisionNames("linear");
    float[] parameters = network.parameters().pull();
    SafeTensorsFile file = new SafeTensorsFile();
    for (Segment segment : network.layout().segments()) {
      file.with(names.of(segment), segment.shape(), part(parameters, segment));
    }
    for (Segment segment : network.statistics().layout().segments()) {
      file.with(names.of(segment), segment.shape(), part(network.statistics().values(), segment));
    }
    file.write(resNet.file());
  }

  private static float[] part(float[] values, Segment segment) {
    return Arrays.copyOfRange(values, segment.offset(), segment.end());
  }

  /** The last layer is another one until it is given to the second network. */
  private static void assertSameLogits(Network before, Network after) {
    Batch batch = Models.batch(before.model(), 4, 3);
    float[] expected = before.forward(batch, Mode.EVALUATE).dup('c').data().asFloat();
    assertThat(after.forward(batch, Mode.EVALUATE).dup('c').data().asFloat())
        .isNotEqualTo(expected);

    int head = before.layout().find("linear", Segment.Kind.WEIGHT).orElseThrow().offset();
    float[] trained = before.parameters().pull();
    float[] started = after.parameters().pull();
    assertThat(Arrays.copyOf(started, head)).isEqualTo(Arrays.copyOf(trained, head));
    System.arraycopy(trained, 0, after.parameters().values(), 0, trained.length);
    after.parameters().push();

    assertThat(after.forward(batch, Mode.EVALUATE).dup('c').data().asFloat()).isEqualTo(expected);
  }
}
