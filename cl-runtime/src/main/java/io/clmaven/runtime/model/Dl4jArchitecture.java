package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.dl4j.UserNetwork;
import java.nio.file.Path;
import java.util.List;

/**
 * A network of the user's own, described or trained with DL4J; engine {@code dl4j} runs it. The
 * optimizer, the loss and the data are those of the experiment: updater, regularisation and loss of
 * the file take no part.
 */
public final class Dl4jArchitecture implements Architecture {

  /** Settings of a {@code dl4j} network. */
  public record Parameters(
      @Setting(
              "File with the JSON of a MultiLayerConfiguration or ComputationGraphConfiguration, or"
                  + " a DL4J model zip, whose parameters are the start then; relative to the folder"
                  + " of the POM.")
          String file) {}

  private static final Declaration DECLARATION =
      new Declaration(
          "dl4j",
          "A network of your own, described or trained with DL4J.",
          "the project itself",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    return specify(parameters, inputShape, outputs, Path.of(""));
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs, Path base) {
    return UserNetwork.read(base.resolve(name(parameters)), inputShape, outputs);
  }

  @Override
  public List<String> files(Record parameters) {
    return List.of(name(parameters));
  }

  private static String name(Record parameters) {
    return ((Parameters) parameters).file();
  }
}
