package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.Optional;

/** How a {@link TinyTrial} trains; each {@code with} returns a variant. */
record TinyPace(
    TinyTrial.Length length,
    long checkpointEvery,
    Training.Evaluation evaluate,
    Optional<Training.Schedule> schedule,
    boolean savesModel) {

  static final TinyPace DEFAULT =
      new TinyPace(
          new TinyTrial.Length(3, 1), 7, Training.Evaluation.NEXT, Optional.empty(), false);

  TinyPace with(TinyTrial.Length changed) {
    return new TinyPace(changed, checkpointEvery, evaluate, schedule, savesModel);
  }

  TinyPace withCheckpointEvery(long changed) {
    return new TinyPace(length, changed, evaluate, schedule, savesModel);
  }

  TinyPace with(Training.Evaluation changed) {
    return new TinyPace(length, checkpointEvery, changed, schedule, savesModel);
  }

  TinyPace with(Training.Schedule changed) {
    return new TinyPace(length, checkpointEvery, evaluate, Optional.of(changed), savesModel);
  }

  TinyPace savingTheModel() {
    return new TinyPace(length, checkpointEvery, evaluate, schedule, true);
  }

  Training training(Selection<Optimizer> optimizer) {
    return new Training(
        length.epochs(),
        length.passes(),
        10,
        Training.LastBatch.KEEP,
        optimizer,
        checkpointEvery,
        25,
        evaluate,
        savesModel,
        schedule);
  }
}
