package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.OutputRange;

/**
 * One task of a stream.
 *
 * @param index position in the stream, from 0
 * @param name short name for reports
 * @param outputs outputs of the network that answer this task
 * @param train examples to learn from, as they are
 * @param presented the same as they are shown while they are learnt from: augmented if the
 *     benchmark says so
 * @param validation examples held out for learning-rate control; may have size 0
 * @param test examples that only the evaluation sees
 */
public record Task(
    int index,
    String name,
    OutputRange outputs,
    Examples train,
    Examples presented,
    Examples validation,
    Examples test) {

  /** Makes a task whose examples are learnt from as they are. */
  public Task(
      int index,
      String name,
      OutputRange outputs,
      Examples train,
      Examples validation,
      Examples test) {
    this(index, name, outputs, train, train, validation, test);
  }

  /** Returns the same task with its training examples shown in another way. */
  Task presenting(Examples changed) {
    return new Task(index, name, outputs, train, changed, validation, test);
  }

  /** Returns the same task with its validation examples in the place of those for the test. */
  Task sealed() {
    return new Task(index, name, outputs, train, presented, validation, validation);
  }
}
