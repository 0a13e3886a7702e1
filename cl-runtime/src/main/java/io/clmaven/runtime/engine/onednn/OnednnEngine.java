package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Nd4jBackend;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.random.RandomStream;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * Engine {@code onednn}: oneDNN on the CPU, one thread, bit-equal results for equal input. It runs
 * every layer of a model specification but networks in DL4J's own words.
 */
public final class OnednnEngine implements Engine {

  @Override
  public String id() {
    return "onednn";
  }

  @Override
  public Optional<String> unavailable() {
    if (Nd4jBackend.isCuda()) {
      return Optional.of("it works on the memory of the CPU, and ND4J's backend here is CUDA");
    }
    try {
      Loader.load(org.bytedeco.dnnl.global.dnnl.class);
      Nd4jBackend.start();
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of("a native library does not load: " + e);
    }
  }

  @Override
  public boolean runs(ModelSpec model) {
    return model.nodes().stream().allMatch(OnednnEngine::runs);
  }

  private static boolean runs(ModelSpec.Node node) {
    return !(node.layer() instanceof Layer.Dl4jNetwork);
  }

  /** Refuses a layer before any memory is taken. */
  private static void check(ModelSpec.Node node) {
    if (!runs(node)) {
      throw new UnsupportedModelException(
          "Cannot compile layer '%s' with engine 'onednn': it is a DL4J network. Set 'cl.engine' to"
                  .formatted(node.name())
              + " 'dl4j' or 'auto'.");
    }
  }

  @Override
  public Network compile(ModelSpec model, RandomStream init, RandomStream dropout) {
    model.nodes().forEach(OnednnEngine::check);
    Nd4jBackend.prepare();
    Network network = new OnednnNetwork(model, dropout);
    model.initialize(network.parameters().values(), init);
    return network;
  }
}
