package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import java.util.Optional;

/** Compiles model specifications. Found by {@link java.util.ServiceLoader}. */
public interface Engine {

  /** Returns the stable id: {@code onednn} or {@code dl4j}. */
  String id();

  /** Returns why this engine cannot run here, or empty if it can. */
  Optional<String> unavailable();

  /** Returns whether this engine has layers of the kinds that the model has. */
  default boolean runs(ModelSpec model) {
    return true;
  }

  /**
   * Makes a network with parameters initialised as the model says.
   *
   * @param model what to compile
   * @param init stream of the initial parameters
   * @param dropout stream of the dropout masks
   * @throws UnsupportedModelException if the engine cannot express a layer of the model
   */
  Network compile(ModelSpec model, RandomStream init, RandomStream dropout);
}
