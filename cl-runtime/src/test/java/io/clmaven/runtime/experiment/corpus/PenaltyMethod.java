package io.clmaven.runtime.experiment.corpus;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.ContinualMethod;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Method {@code ewc} of the corpus: a required setting, all scalar types, two scenarios. */
public final class PenaltyMethod implements ContinualMethod {

  /** Where it starts. */
  public enum Start {
    FIRST_TASK,
    SECOND_TASK
  }

  /** Parameters. */
  public record Settings(
      @Setting(value = "Strength of the penalty.", range = "[0, inf)") double lambda,
      @Setting(value = "Samples for the Fisher information; all if not set.", range = "[1, 60000]")
          Optional<Integer> samples,
      @Setting(value = "Whether one penalty is kept for all tasks.", byDefault = "false")
          boolean online,
      @Setting(value = "The first task with a penalty.", byDefault = "second-task") Start start,
      @Setting(value = "Label in logs.", byDefault = "penalty") String label) {}

  @Override
  public Declaration declaration() {
    return new Declaration("ewc", "Penalises change.", "Corpus", Settings.class);
  }

  @Override
  public Set<Scenario> scenarios() {
    return EnumSet.of(Scenario.TASK, Scenario.DOMAIN);
  }
}
