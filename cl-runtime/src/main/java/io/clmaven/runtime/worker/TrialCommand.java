package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.trial.StopRequest;
import io.clmaven.runtime.experiment.trial.TrialRunner;
import io.clmaven.runtime.experiment.trial.TrialStoppedException;
import io.clmaven.runtime.experiment.trial.TrialWatch;
import io.clmaven.runtime.worker.protocol.Event;
import java.nio.file.Path;
import java.time.Clock;

/** Runs one trial. */
final class TrialCommand implements Command {

  private final TrialSpecification specification;
  private final Channel channel;

  TrialCommand(TrialSpecification specification, Channel channel) {
    this.specification = specification;
    this.channel = channel;
  }

  @Override
  public String subject() {
    return "trial '%s', seed %d".formatted(specification.experiment(), specification.seed());
  }

  @Override
  public void run() {
    Experiment experiment = readExperiment();
    StopRequest stop = new StopRequest();
    Termination termination = Termination.prepare(stop);
    try (EventJournal journal = openJournal();
        TrialRunner runner = runner(experiment, TrialWatch.of(events(journal), stop))) {
      runner.run();
    } catch (TrialStoppedException e) {
      channel.send(new Event.Log("info", e.getMessage()));
      channel.close(); // the JVM ends as soon as the termination is released
    } finally {
      termination.release();
    }
  }

  private Experiment readExperiment() {
    try {
      return new ExperimentReader(Path.of(specification.baseDirectory()))
          .fromConfiguration(specification.configuration());
    } catch (IllegalArgumentException e) {
      throw new RequestException("Cannot run %s: %s".formatted(subject(), e.getMessage()));
    }
  }

  private EventJournal openJournal() {
    return EventJournal.open(Path.of(specification.directory()), Clock.systemUTC());
  }

  private TrialEvents events(EventJournal journal) {
    return new TrialEvents(channel, journal);
  }

  private TrialRunner runner(Experiment experiment, TrialWatch watch) {
    return new TrialRunner(experiment, specification, watch);
  }
}
