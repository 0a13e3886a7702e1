package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the trained weights of a network cannot be read from. */
class RefusedWeightsTest {

  @TempDir Path folder;

  private TrainedResNet resNet;

  @BeforeEach
  void makeFile() {
    resNet = new TrainedResNet(folder);
  }

  @Test
  void areNotThere() {
    assertRefused(
        "there is no such file. Set 'weights' to a safetensors file with the names of torchvision,"
            + " or to a model zip of DL4J.");
  }

  @Test
  void endInTheirHeader() throws IOException {
    Files.write(resNet.file(), Arrays.copyOf(resNet.tensors().bytes(), 500));

    assertRefused(
        "it is cut off or neither a safetensors file nor a model zip of DL4J. Download or write it"
            + " again.");
  }

  @Test
  void areSomethingElse() throws IOException {
    Files.writeString(resNet.file(), "\5\0\0\0\0\0\0\0[1,2] is no header");

    assertRefused(
        "it is cut off or neither a safetensors file nor a model zip of DL4J. Download or write it"
            + " again.");
  }

  @Test
  void endInATensor() throws IOException {
    byte[] whole = resNet.tensors().bytes();
    Files.write(resNet.file(), Arrays.copyOf(whole, whole.length - 4 * 90));

    assertRefused("it ends inside tensor 'layer4.1.bn2.running_var'. Download or write it again.");
  }

  @Test
  void lackATensor() {
    resNet.tensors().without("layer2.1.bn1.running_mean").write(resNet.file());

    assertRefused(
        "it has no tensor 'layer2.1.bn1.running_mean'. Give weights of the same network.");
  }

  @Test
  void haveATensorOfNoLayer() {
    resNet.tensors().with("layer1.0.conv3.weight", List.of(1), 1).write(resNet.file());

    assertRefused(
        "its tensor 'layer1.0.conv3.weight' belongs to no layer. Give weights of the same network.");
  }

  @Test
  void haveATensorOfAnotherType() {
    resNet.tensors().withType("conv1.weight", "F16").write(resNet.file());

    assertRefused(
        "its tensor 'conv1.weight' has elements of type F16, expected F32. Convert them to single"
            + " precision.");
  }

  @Test
  void haveATensorOfAnotherShape() {
    resNet.tensors().withShape("conv1.weight", List.of(2, 3, 14, 14)).write(resNet.file());

    assertRefused(
        "its tensor 'conv1.weight' has shape [2, 3, 14, 14], expected [2, 3, 7, 7]. Give weights of"
            + " the same network.");
  }

  @Test
  void haveATensorOfAnotherLength() {
    resNet.tensors().with("bn1.bias", List.of(2), 1, 2, 3).write(resNet.file());

    assertRefused("its tensor 'bn1.bias' has 12 bytes, expected 8. Download or write it again.");
  }

  private void assertRefused(String cause) {
    assertThatThrownBy(() -> resNet.specify(Optional.of(TrainedResNet.FILE), Statistics.RUNNING))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessage("Cannot read weights '%s': %s", resNet.file(), cause);
  }
}
