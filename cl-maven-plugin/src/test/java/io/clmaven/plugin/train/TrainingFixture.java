package io.clmaven.plugin.train;

import io.clmaven.plugin.fork.Workers;

/** Training with real workers, for tests of other packages. */
public final class TrainingFixture {

  private TrainingFixture() {}

  public static Training training() {
    return new Training(new TrialRunner(new Workers()));
  }
}
