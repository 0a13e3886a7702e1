package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.trial.PatienceSchedule;
import io.clmaven.runtime.experiment.trial.PatienceSchedule.Outcome;

/** The schedule of one task of a trajectory, and the network of its best epoch. */
final class EarlyStop {

  private final Network network;
  private final Training.Schedule limits;
  private final PatienceSchedule schedule;
  private float[] parameters;
  private float[] statistics;

  EarlyStop(JsonNode config, double rate, Network network) {
    this.network = network;
    this.limits =
        new Training.Schedule(
            field(config, "lr_patience").intValue(),
            field(config, "lr_factor").doubleValue(),
            field(config, "lr_min").doubleValue(),
            true);
    this.schedule = new PatienceSchedule(limits, rate);
    keep();
  }

  private void keep() {
    parameters = network.parameters().pull().clone();
    statistics = network.statistics().values().clone();
  }

  /** Returns whether the rate decays after an epoch. */
  boolean decays(double validationLoss) {
    Outcome outcome = schedule.afterEpoch(validationLoss);
    if (outcome == Outcome.IMPROVED) {
      keep();
    }
    return outcome == Outcome.DECAYED;
  }

  double rate() {
    return schedule.rate();
  }

  double factor() {
    return limits.factor();
  }

  /** Goes back to the best epoch. */
  void restore() {
    System.arraycopy(parameters, 0, network.parameters().values(), 0, parameters.length);
    System.arraycopy(statistics, 0, network.statistics().values(), 0, statistics.length);
  }
}
