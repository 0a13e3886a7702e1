package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Nd4jBackend;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.random.RandomStream;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * Engine {@code dl4j}: DL4J's layers on ND4J. Logits and gradients equal those of the other engine
 * up to rounding; dropout masks do not, since they come from ND4J's own generator, seeded from the
 * stream at each step.
 */
public final class Dl4jEngine implements Engine {

  @Override
  public String id() {
    return "dl4j";
  }

  @Override
  public Optional<String> unavailable() {
    try {
      Nd4jBackend.start();
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of(
          Nd4jBackend.isCuda()
              ? "the CUDA backend finds no usable GPU, or its driver or CUDA 11.6 is missing"
              : "ND4J does not start: " + e);
    }
  }

  @Override
  public Network compile(ModelSpec model, RandomStream init, RandomStream dropout) {
    Nd4jBackend.prepare();
    Network network = new Dl4jNetwork(model, Graph.of(configuration(model, init)), dropout);
    model.initialize(network.parameters().values(), init);
    return network;
  }

  private static ComputationGraphConfiguration configuration(ModelSpec model, RandomStream init) {
    ComputationGraphConfiguration configuration = GraphConfiguration.of(model);
    if (UserNetwork.in(model).isPresent()) {
      configuration.getDefaultConfiguration().setSeed(init.nextLong());
    }
    return configuration;
  }
}
