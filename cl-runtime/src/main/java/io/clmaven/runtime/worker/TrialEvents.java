package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.trial.TrialListener;
import io.clmaven.runtime.worker.protocol.Event;
import java.util.List;

/** Turns what happens in a trial into events, for the channel and for the journal. */
final class TrialEvents implements TrialListener {

  private final Channel channel;
  private final EventJournal journal;

  TrialEvents(Channel channel, EventJournal journal) {
    this.channel = channel;
    this.journal = journal;
  }

  @Override
  public void started(Start start) {
    record(
        new Event.TrialStarted(
            start.experiment(),
            start.seed(),
            start.tasks(),
            start.engine(),
            start.backend(),
            start.resumedAtStep()));
  }

  @Override
  public void taskStarted(int task, String name, int epochs) {
    record(new Event.TaskStarted(task, name, epochs));
  }

  @Override
  public void progress(Progress p) {
    channel.send(new Event.Progress(p.task(), p.epoch(), p.step(), p.steps(), p.loss(), p.done()));
  }

  @Override
  public void checkpointed(long step) {
    record(new Event.Checkpointed(step));
  }

  @Override
  public void taskDone(int task, List<Double> accuracies) {
    record(new Event.TaskDone(task, accuracies));
  }

  @Override
  public void warned(String message) {
    record(new Event.Log("warn", message));
  }

  private void record(Event event) {
    channel.send(event);
    journal.append(event);
  }
}
