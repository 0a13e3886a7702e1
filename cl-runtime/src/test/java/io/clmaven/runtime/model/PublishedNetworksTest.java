package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks of the papers, as their official codes make them. */
class PublishedNetworksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // GPM; multi-head networks with all heads
        "{name: mlp, bias: false}                                  | 784     |  10 |     89400 |  3",
        "alexnet                                                   | 3 32 32 | 100 |   6713216 | 16",
        "lenet                                                     | 3 32 32 | 100 |   3036500 |  5",
        "small-resnet-18                                           | 3 32 32 |  50 |   1125140 | 61",
        // FS-DGPM
        "{name: alexnet, normalization: second, statistics: running} | 3 32 32 | 100 | 6704384 |  8",
        "{name: lenet, normalization: batch, gain: 1}              | 3 32 32 | 100 |   3036640 |  9",
        "strided-convnet                                           | 3 64 64 | 200 |   2871520 |  7",
        // TAG
        "reduced-resnet-18                                         | 3 32 32 | 100 |    496680 | 48",
        "reduced-resnet-18                                         | 3 84 84 | 100 |    544680 | 48",
        "resnet-18                                                 | 3 224 224 | 200 | 11279112 | 62",
        "{name: alexnet, normalization: none, bias: true}          | 3 32 32 | 100 |   6708772 | 12",
        "{name: mlp, hidden: [256, 256], dropout: 0.25}            | 784     | 100 |    292452 |  6",
        // UPGD
        "{name: mlp, hidden: [300, 150]}                           | 784     |  10 |    282160 |  6",
        "{name: mlp, hidden: [300, 150]}                           | 784     |  47 |    287747 |  6",
        "{name: mlp, hidden: [300, 150]}                           | 2048    | 100 |    674950 |  6",
        "{name: mlp, hidden: [300, 150], gates: true}              | 784     |  10 |    282610 |  8",
        "{name: mlp, hidden: [64, 32], activation: none}           | 784     |  10 |     52650 |  6",
        "{name: mlp, hidden: []}                                   | 784     |  10 |      7850 |  2",
        "{name: mlp, hidden: [50]}                                 | 5       |   1 |       351 |  4",
        "{name: mlp, hidden: [50, 50], gates: true}                | 5       |   1 |      3001 |  8",
        "convnet                                                   | 3 32 32 |  10 |     62006 | 10",
        "convnet                                                   | 1 28 28 |  10 |     44426 | 10",
        // Meta-Iteration; one task's calibration and head
        "gated-convnet                                             | 3 32 32 |   5 |     31749 | 34",
        "gated-convnet                                             | 1 28 28 |  10 |     30858 | 34",
      })
  void haveAsManyParametersAsTheOfficialOnes(
      String model, String input, int outputs, int parameters, int tensors) {
    ModelSpec network = Networks.specify(model, shape(input), outputs);
    assertThat(network.layout().length()).isEqualTo(parameters);
    assertThat(network.layout().segments()).hasSize(tensors);
    assertThat(network.outputs()).isEqualTo(outputs);
  }

  @Test
  void theGatedConvNetSharesAllButCalibrationAndHead() {
    ModelSpec network = Networks.specify("gated-convnet", List.of(3, 32, 32), 5);
    assertThat(parameters(network, "calibration")).isEqualTo(2208);
    assertThat(parameters(network, "linear")).isEqualTo(645);
    assertThat(parameters(network, "conv") + parameters(network, "normalize")).isEqualTo(28896);
  }

  /** Section (c) of the specification of GPM, table of the projected parameters. */
  @Test
  void theSmallResNetHasItsConvolutionsInTheOrderOfGpm() {
    ModelSpec network = Networks.specify("small-resnet-18", List.of(3, 32, 32), 50);
    List<Segment> weights = network.layout().weights();
    assertThat(weights.subList(0, 20))
        .extracting(Segment::layer)
        .startsWith("conv1", "layer1.0.conv1", "layer1.0.conv2", "layer1.1.conv1", "layer1.1.conv2")
        .containsSequence(
            "layer2.0.conv1",
            "layer2.0.conv2",
            "layer2.0.shortcut",
            "layer2.1.conv1",
            "layer2.1.conv2",
            "layer3.0.conv1")
        .endsWith("layer4.0.shortcut", "layer4.1.conv1", "layer4.1.conv2");
    assertThat(weights)
        .extracting(Segment::columns)
        .containsExactly(
            27, 180, 180, 180, 180, 180, 360, 20, 360, 360, 360, 720, 40, 720, 720, 720, 1440, 80,
            1440, 1440, 640);
  }

  /** As in the code of TAG: the shortcut before the normalisations. */
  @Test
  void theReducedResNetHasItsTensorsInTheOrderOfTag() {
    ModelSpec network = Networks.specify("reduced-resnet-18", List.of(3, 32, 32), 100);
    assertThat(network.layout().segments())
        .extracting(segment -> segment.layer() + " " + segment.kind())
        .startsWith(
            "conv1 WEIGHT",
            "bn1 SCALE",
            "bn1 SHIFT",
            "layer1.0.conv1 WEIGHT",
            "layer1.0.bn1.0 SCALE",
            "layer1.0.bn1.0 SHIFT",
            "layer1.0.bn2.0 SCALE",
            "layer1.0.bn2.0 SHIFT",
            "layer1.1.conv1 WEIGHT")
        .containsSequence(
            "layer2.0.conv1 WEIGHT",
            "layer2.0.shortcut.0 WEIGHT",
            "layer2.0.bn1.0 SCALE",
            "layer2.0.bn1.0 SHIFT",
            "layer2.0.bn2.0 SCALE",
            "layer2.0.bn2.0 SHIFT",
            "layer2.1.conv1 WEIGHT")
        .endsWith("linear WEIGHT", "linear BIAS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alexnet           | 3 32 32   | conv1 64 29 29, pool1 64 14 14, conv2 128 12 12,"
            + " pool2 128 6 6, conv3 256 5 5, pool3 256 2 2, flatten 1024",
        "lenet             | 3 32 32   | conv1 20 32 32, pool1 20 16 16, pool2 50 8 8,"
            + " flatten 3200",
        "small-resnet-18   | 3 32 32   | relu1 20 32 32, layer2.0.relu2 40 16 16,"
            + " layer4.1.relu2 160 4 4, pool 160 2 2, flatten 640",
        "resnet-18         | 3 224 224 | conv1 64 112 112, pool1 64 56 56,"
            + " layer4.1.relu2 512 7 7, pool2 512",
        "reduced-resnet-18 | 3 32 32   | layer4.1.bn2.0 160 4 4, flatten 160",
        "reduced-resnet-18 | 3 84 84   | layer1.1.bn2.0 20 84 84, layer2.1.bn2.0 40 42 42,"
            + " layer3.1.bn2.0 80 21 21, layer4.1.bn2.0 160 11 11, pool 160 2 2, flatten 640",
        "strided-convnet   | 3 64 64   | conv1 160 32 32, conv4 160 4 4, flatten 2560",
        "convnet           | 3 32 32   | conv1 6 28 28, pool2 16 5 5, flatten 400",
        "convnet           | 1 28 28   | flatten 256",
        "gated-convnet     | 3 32 32   | base.0.pool 32 16 16, base.3.pool 32 2 2, flatten 128",
        "gated-convnet     | 1 28 28   | base.2.pool 32 3 3, base.3.pool 32 1 1, flatten 32",
        "{name: gated-convnet, layers: 2} | 3 32 32 | base.0.pool 32 8 8, base.1.pool 32 2 2",
      })
  void haveTheMapsOfTheOfficialOnes(String model, String input, String maps) {
    ModelSpec network = Networks.specify(model, shape(input), 10);
    for (String map : maps.split(", ")) {
      String[] words = map.split(" ", 2);
      assertThat(network.shape(words[0])).as(words[0]).isEqualTo(shape(words[1]));
    }
  }

  @Test
  void theAlexNetNormalisesActivatesDropsAndPoolsInThisOrder() {
    assertThat(names(Networks.specify("alexnet", List.of(3, 32, 32), 100)))
        .startsWith("conv1", "bn1", "relu1", "drop1", "pool1", "conv2")
        .endsWith(
            "pool3", "flatten", "fc1", "bn4", "relu4", "drop4", "fc2", "bn5", "relu5", "drop5",
            "fc3");
    assertThat(
            names(
                Networks.specify(
                    "{name: alexnet, normalization: second, dropout: [0, 0, 0, 0, 0]}",
                    List.of(3, 32, 32),
                    100)))
        .startsWith("conv1", "relu1", "pool1", "conv2", "bn2", "relu2", "pool2", "conv3", "relu3");
  }

  @Test
  void theLeNetNormalisesBehindTheReluOverChannelsAndBeforeItOverTheBatch() {
    ModelSpec gpm = Networks.specify("lenet", List.of(3, 32, 32), 100);
    assertThat(names(gpm)).startsWith("conv1", "relu1", "lrn1", "pool1", "conv2");
    assertThat(layers(gpm)).contains(new Layer.LocalResponseNorm(4, 0.001 / 9, 0.75, 1));
    String batch = "{name: lenet, normalization: batch}";
    assertThat(names(Networks.specify(batch, List.of(3, 32, 32), 100)))
        .startsWith("conv1", "bn1", "relu1", "pool1", "conv2");
  }

  /** An odd order: the output of a block may be negative. */
  @Test
  void theReducedResNetNormalisesBehindTheReluAndBehindTheSum() {
    String model = "{name: reduced-resnet-18, dropout: 0.1}";
    assertThat(names(Networks.specify(model, List.of(3, 32, 32), 100)))
        .containsSequence(
            "layer2.0.conv1",
            "layer2.0.shortcut.0",
            "layer2.0.relu1",
            "layer2.0.bn1.0",
            "layer2.0.bn1.1",
            "layer2.0.add",
            "layer2.0.relu2",
            "layer2.0.bn2.0",
            "layer2.0.bn2.1",
            "layer2.1.conv1");
  }

  @Test
  void theMlpPutsGatesBehindActivations() {
    String model = "{name: mlp, hidden: [4, 3], activation: leaky-relu, gates: true, dropout: 0.5}";
    ModelSpec network = Networks.specify(model, List.of(5), 2);
    assertThat(names(network))
        .containsExactly(
            "lin1", "leakyrelu1", "gate1", "drop1", "lin2", "leakyrelu2", "gate2", "drop2", "lin3");
    assertThat(layers(network)).contains(new Layer.LeakyRelu(0.01));
  }

  @Test
  void theLinearMlpHasNothingBetweenItsLayers() {
    String model = "{name: mlp, hidden: [64, 32], activation: none}";
    assertThat(names(Networks.specify(model, List.of(5), 2)))
        .containsExactly("lin1", "lin2", "lin3");
    assertThat(names(Networks.specify("{name: mlp, hidden: []}", List.of(5), 2)))
        .containsExactly("lin1");
  }

  @Test
  void theSmallMlpPutsAGateBehindEachRelu() {
    String model = "{name: mlp, hidden: [50, 50], gates: true}";
    assertThat(names(Networks.specify(model, List.of(5), 1)))
        .containsExactly("lin1", "relu1", "gate1", "lin2", "relu2", "gate2", "lin3");
  }

  private static int parameters(ModelSpec network, String part) {
    return network.layout().segments().stream()
        .filter(segment -> List.of(segment.layer().split("\\.")).contains(part))
        .mapToInt(Segment::length)
        .sum();
  }

  private static Stream<String> names(ModelSpec network) {
    return network.nodes().stream().map(ModelSpec.Node::name);
  }

  private static Stream<Layer> layers(ModelSpec network) {
    return network.nodes().stream().map(ModelSpec.Node::layer);
  }

  private static List<Integer> shape(String text) {
    return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }
}
