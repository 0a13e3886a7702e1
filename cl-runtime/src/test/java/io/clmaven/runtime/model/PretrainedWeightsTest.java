package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.dl4j.Dl4jModelFile;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PretrainedWeightsTest {

  private static final int WIDTH = 2;
  private static final String FILE = "resnet18.safetensors";

  @TempDir Path folder;

  private final SafeTensorsFile tensors = new SafeTensorsFile();
  private ModelSpec random;

  static Stream<Engine> engines() {
    return Stream.of(new OnednnEngine(), new Dl4jEngine());
  }

  /** All tensors of torchvision's network of width 2, with a head of five classes. */
  @BeforeEach
  void makeTensors() {
    random = specify(Optional.empty(), Statistics.RUNNING);
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
    ModelSpec trained = trained(Statistics.RUNNING);
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
          Models.compile(engine, specify(Optional.of(FILE), Statistics.RUNNING), 2)) {
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
      ModelSpec model = specify(Optional.of("model.zip"), Statistics.RUNNING);
      try (Network after = Models.compile(engine, model, 2)) {
        assertSameLogits(before, after);
      }
    }
  }

  @Test
  void leaveOutStatisticsThatTheNetworkDoesNotHave() {
    assertThat(trained(Statistics.BATCH).initialStatistics()).isEmpty();
  }

  @Test
  void readAFileOfTheSafetensorsLibrary() throws IOException {
    // safetensors.numpy.save({"b": [[1.5, -2, 3.25]], "a": int64 [0, 1]}, {"format": "pt"})
    byte[] bytes =
        Base64.getDecoder()
            .decode(
                "kAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJhIjp7ImR0eXBlIjoiSTY0Iiwic2hh"
                    + "cGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMCwxNl19LCJiIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsx"
                    + "LDNdLCJkYXRhX29mZnNldHMiOlsxNiwyOF19fSAAAAAAAAAAAAEAAAAAAAAAAADAPwAAAMAAAFBA");
    Path file = Files.write(folder.resolve("small.safetensors"), bytes);

    try (SafeTensors read = SafeTensors.open(file)) {
      assertThat(read.names()).containsExactly("a", "b");
      assertThat(read.read("b", List.of(1, 3))).containsExactly(1.5f, -2, 3.25f);
    }
  }

  @Test
  void areToBeThere() {
    assertRefused(
        "there is no such file. Set 'weights' to a safetensors file with the names of torchvision,"
            + " or to a model zip of DL4J.");
  }

  @Test
  void refuseAFileThatEndsInItsHeader() throws IOException {
    Files.write(folder.resolve(FILE), Arrays.copyOf(tensors.bytes(), 500));

    assertRefused(
        "it is cut off or neither a safetensors file nor a model zip of DL4J. Download or write it"
            + " again.");
  }

  @Test
  void refuseWhatIsSomethingElse() throws IOException {
    Files.writeString(folder.resolve(FILE), "\5\0\0\0\0\0\0\0[1,2] is no header");

    assertRefused(
        "it is cut off or neither a safetensors file nor a model zip of DL4J. Download or write it"
            + " again.");
  }

  @Test
  void refuseAFileThatEndsInATensor() throws IOException {
    byte[] whole = tensors.bytes();
    Files.write(folder.resolve(FILE), Arrays.copyOf(whole, whole.length - 4 * 90));

    assertRefused("it ends inside tensor 'layer4.1.bn2.running_var'. Download or write it again.");
  }

  @Test
  void refuseAFileWithoutATensor() {
    tensors.without("layer2.1.bn1.running_mean").write(folder.resolve(FILE));

    assertRefused(
        "it has no tensor 'layer2.1.bn1.running_mean'. Give weights of the same network.");
  }

  @Test
  void refuseATensorOfNoLayer() {
    tensors.with("layer1.0.conv3.weight", List.of(1), 1).write(folder.resolve(FILE));

    assertRefused(
        "its tensor 'layer1.0.conv3.weight' belongs to no layer. Give weights of the same network.");
  }

  @Test
  void refuseATensorOfAnotherType() {
    tensors.withType("conv1.weight", "F16").write(folder.resolve(FILE));

    assertRefused(
        "its tensor 'conv1.weight' has elements of type F16, expected F32. Convert them to single"
            + " precision.");
  }

  @Test
  void refuseATensorOfAnotherShape() {
    tensors.withShape("conv1.weight", List.of(2, 3, 14, 14)).write(folder.resolve(FILE));

    assertRefused(
        "its tensor 'conv1.weight' has shape [2, 3, 14, 14], expected [2, 3, 7, 7]. Give weights of"
            + " the same network.");
  }

  @Test
  void refuseATensorOfAnotherLength() {
    tensors.with("bn1.bias", List.of(2), 1, 2, 3).write(folder.resolve(FILE));

    assertRefused("its tensor 'bn1.bias' has 12 bytes, expected 8. Download or write it again.");
  }

  @Test
  void belongToTheFilesOfTheExperiment() {
    assertThat(
            new ResNet18()
                .files(new ResNet18.Parameters(WIDTH, Statistics.RUNNING, Optional.of(FILE))))
        .containsExactly(FILE);
  }

  private void assertRefused(String cause) {
    assertThatThrownBy(() -> specify(Optional.of(FILE), Statistics.RUNNING))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessage("Cannot read weights '%s': %s", folder.resolve(FILE), cause);
  }

  private ModelSpec trained(Statistics statistics) {
    tensors.write(folder.resolve(FILE));
    return specify(Optional.of(FILE), statistics);
  }

  private ModelSpec specify(Optional<String> weights, Statistics statistics) {
    ResNet18.Parameters parameters = new ResNet18.Parameters(WIDTH, statistics, weights);
    return new ResNet18().specify(parameters, List.of(3, 32, 32), 3, folder);
  }

  private float[] given(String name, List<Integer> shape) throws IOException {
    try (SafeTensors file = SafeTensors.open(folder.resolve(FILE))) {
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
    file.write(folder.resolve(FILE));
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
