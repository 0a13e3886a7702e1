package io.clmaven.plugin.train;

import io.clmaven.plugin.train.Planner.Request;
import java.util.Optional;

/**
 * What is asked of everything in an experiment directory.
 *
 * @param experiments what is asked of its experiments; empty if there are none
 * @param sweeps what is asked of its sweeps; empty if there are none
 */
public record WholeRequest(Optional<Request> experiments, Optional<Request> sweeps) {

  /** Returns what messages call the files. */
  String things() {
    if (sweeps.isEmpty()) {
      return "experiments";
    }
    return experiments.isEmpty() ? "sweeps" : "experiments and sweeps";
  }

  /** Returns one of the requests, which are about one directory. */
  Optional<Request> any() {
    return experiments.or(() -> sweeps);
  }
}
