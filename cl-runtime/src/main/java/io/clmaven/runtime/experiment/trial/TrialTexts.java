package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.Locale;

/** What a trial says to its user. */
final class TrialTexts {

  private final String trial;

  TrialTexts(TrialSpecification specification) {
    this.trial = "trial '%s', seed %d".formatted(specification.experiment(), specification.seed());
  }

  String lossDiverged(double loss, Task task, TrialState state) {
    Position position = state.position();
    return diverged("the loss became " + loss, task, state)
        + ", epoch %d, step %d".formatted(position.epoch() + 1, position.step() + 1)
        + advice(state);
  }

  String parametersDiverged(float value, Task task, TrialState state) {
    return diverged("a parameter became " + value, task, state) + advice(state);
  }

  private String diverged(String what, Task task, TrialState state) {
    return "Cannot continue %s: %s in task %d of %d ('%s')"
        .formatted(trial, what, task.index() + 1, state.parts().tasks().size(), task.name());
  }

  private static String advice(TrialState state) {
    Optimizer optimizer = state.parts().optimizer();
    return String.format(
        Locale.ROOT,
        ", at learning rate %s. Lower 'training.optimizer.learningRate', or look for values in the"
            + " data that are not finite.%s",
        optimizer.learningRate(),
        optimizer.remedy().map(" "::concat).orElse(""));
  }

  String noValidation(Task task) {
    return ("Cannot run %s: 'training.schedule' needs validation examples, but task %d ('%s') has"
            + " none. Give the benchmark a validation share, or remove 'training.schedule'.")
        .formatted(trial, task.index() + 1, task.name());
  }

  String nothingHeldOut(Task task) {
    return ("Cannot evaluate %s on validation examples: task %d ('%s') has none. Hold some out, for"
            + " example with 'benchmark: {validation: 0.1}'.")
        .formatted(trial, task.index() + 1, task.name());
  }

  String unsaved(String file, RuntimeException cause) {
    return ("Cannot write '%s' of %s: DL4J has no such network (%s). The results are complete;"
            + " remove 'training.saveModel'.")
        .formatted(file, trial, cause.getMessage());
  }

  String broken(Contract contract) {
    return String.format(
        Locale.ROOT,
        "Contract '%s' does not hold in %s: at %s the deviation is %.2g, the maximum is %.2g.",
        contract.id(),
        trial,
        contract.where(),
        contract.worst(),
        contract.limit());
  }

  String stopped(long step) {
    return "Stopped %s after step %d. Run it again to go on from there.".formatted(trial, step);
  }
}
