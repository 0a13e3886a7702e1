package io.clmaven.runtime.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A message of the worker, one line of JSON each; unknown fields are ignored by the reader. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = Event.TrialStarted.class, name = "trial-started"),
  @JsonSubTypes.Type(value = Event.TaskStarted.class, name = "task-started"),
  @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = Event.Checkpointed.class, name = "checkpointed"),
  @JsonSubTypes.Type(value = Event.TaskDone.class, name = "task-done"),
  @JsonSubTypes.Type(value = Event.Heartbeat.class, name = "heartbeat"),
  @JsonSubTypes.Type(value = Event.Log.class, name = "log"),
  @JsonSubTypes.Type(value = Event.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Event.Bye.class, name = "bye")
})
public sealed interface Event {

  /** Major version of the protocol; a different one is an error. */
  int PROTOCOL = 1;

  /**
   * First message of a connection.
   *
   * @param token the secret of the environment variable {@code CL_TOKEN}
   * @param protocol {@link #PROTOCOL}
   * @param runtime version of cl-runtime
   * @param pid process id of the worker
   */
  record Hello(String token, int protocol, String runtime, long pid) implements Event {}

  /**
   * A trial begins or goes on.
   *
   * @param experiment name
   * @param seed seed
   * @param tasks number of tasks
   * @param engine engine that runs
   * @param backend ND4J backend
   * @param resumedAtStep step of the checkpoint it goes on from; 0 if it starts afresh
   */
  record TrialStarted(
      String experiment, long seed, int tasks, String engine, String backend, long resumedAtStep)
      implements Event {}

  /** A task begins: its position from 0, name, and number of epochs. */
  record TaskStarted(int task, String name, int epochs) implements Event {}

  /**
   * Where training is, at most a few times per second.
   *
   * @param task position of the task, from 0
   * @param epoch from 1
   * @param step steps of this epoch done
   * @param steps steps of this epoch in all
   * @param loss mean loss since the last such message
   * @param done share of the whole trial that is done, 0 to 1
   */
  record Progress(int task, int epoch, long step, long steps, double loss, double done)
      implements Event {}

  /** A checkpoint was written after that many steps of the trial. */
  record Checkpointed(long step) implements Event {}

  /** A task is learnt: its position and the accuracies on all tasks evaluated after it. */
  record TaskDone(int task, List<Double> accuracies) implements Event {}

  /** The worker lives. */
  record Heartbeat() implements Event {}

  /** A message for the build log; level {@code info}, {@code warn} or {@code debug}. */
  record Log(String level, String message) implements Event {}

  /** The worker is about to end with an error; the message is complete for the user. */
  record Failed(ExitCode code, String message) implements Event {}

  /** Last message of an orderly end. */
  record Bye() implements Event {}
}
