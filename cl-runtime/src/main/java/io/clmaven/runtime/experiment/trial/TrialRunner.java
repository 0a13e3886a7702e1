package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.dl4j.Dl4jModelFile;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Runs one trial in its directory: goes on from the newest usable checkpoint, learns all tasks,
 * writes {@code results.json} last and removes the checkpoints. Results of an earlier training stay
 * until the new ones replace them. A trial that was killed at any moment and run again ends with
 * the same parameters, bit for bit, as one that never was.
 */
public final class TrialRunner implements AutoCloseable {

  /** Name of the folder of the checkpoints in the directory of a trial. */
  public static final String CHECKPOINTS = "checkpoint";

  private final Experiment experiment;
  private final TrialSpecification specification;
  private final TrialWatch watch;
  private final Function<RandomStreams, EpochOrder> order;
  private final Path directory;
  private final CheckpointStore store;
  private final TrialTexts texts;
  private TrialState state;

  /** Prepares a trial; nothing is read or written yet. */
  public TrialRunner(Experiment experiment, TrialSpecification specification, TrialWatch watch) {
    this(experiment, specification, watch, EpochOrder::drawnBy);
  }

  /** Prepares a trial whose epochs have an order of the caller's. */
  TrialRunner(
      Experiment experiment,
      TrialSpecification specification,
      TrialWatch watch,
      Function<RandomStreams, EpochOrder> order) {
    this.experiment = experiment;
    this.specification = specification;
    this.watch = watch;
    this.order = order;
    this.directory = Path.of(specification.directory());
    this.texts = new TrialTexts(specification);
    this.store =
        new CheckpointStore(
            directory.resolve(CHECKPOINTS), Checkpoint.of(specification), watch.listener()::warned);
  }

  /**
   * Runs the trial to its end.
   *
   * @throws DivergedException if the loss is no longer a number
   * @throws IllegalTrialException if the parts of the experiment do not fit together
   * @throws StorageException if the directory cannot be written
   * @throws TrialStoppedException if it was asked to stop
   * @throws io.clmaven.runtime.data.DataException if data are missing or damaged
   */
  public TrialResult run() {
    makeDirectory();
    open();
    if (store.restore(this::load)) {
      state.ledger().resumed();
    }
    watch.listener().started(start());
    Checkpoints checkpoints = new Checkpoints(store, state, watch.listener());
    TaskLearner learner = new TaskLearner(state, checkpoints, texts, watch);
    learner.measureUntrained();
    learner.analyse();
    while (!state.position().isAtTheEnd()) {
      learner.learn();
      learner.analyse();
    }
    TrialResult result = new ResultAssembler(specification, state).assemble();
    state.analyses().write(directory);
    try {
      writeModel(); // before the results, which say that the trial is done
    } finally {
      write(result); // a model that cannot be written does not cost them
      store.delete();
    }
    return result;
  }

  private void open() {
    close();
    TrialParts parts = TrialParts.make(experiment, specification);
    state = new TrialState(parts, order.apply(parts.random()), watch.nanoTime());
  }

  /** Loads into parts that nothing was loaded into before. */
  private void load(StateReader in) {
    if (state.isLoaded()) {
      open();
    }
    state.load(in);
  }

  private TrialListener.Start start() {
    TrialParts parts = state.parts();
    return new TrialListener.Start(
        specification.experiment(),
        specification.seed(),
        parts.tasks().size(),
        parts.engine().id(),
        HostFacts.backend(),
        state.position().total());
  }

  private void makeDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw StorageException.writing(directory, e);
    }
  }

  private void writeModel() {
    if (experiment.training().saveModel()) {
      Path file = directory.resolve(Dl4jModelFile.NAME);
      try {
        Dl4jModelFile.write(state.parts().network(), file);
      } catch (IOException e) {
        throw StorageException.writing(file, e);
      } catch (UnsupportedModelException e) {
        throw new IllegalTrialException(texts.unsaved(Dl4jModelFile.NAME, e));
      }
    }
  }

  private void write(TrialResult result) {
    try {
      ResultFile.write(directory, result);
    } catch (IOException e) {
      throw StorageException.writing(directory.resolve(TrialResult.FILE), e);
    }
  }

  /** Releases the memory of the network. */
  @Override
  public void close() {
    if (state != null) {
      state.close();
      state = null;
    }
  }
}
