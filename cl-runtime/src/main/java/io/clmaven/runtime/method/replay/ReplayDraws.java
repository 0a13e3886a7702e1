package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.random.RandomStreams;

/**
 * Every random decision of a replay method. An array that is returned is valid until the next call
 * of the same method, and only to be read.
 */
public interface ReplayDraws {

  /** Decides by streams of a trial, one for each kind of decision. */
  static ReplayDraws of(RandomStreams random) {
    return new RandomDraws(random);
  }

  /**
   * Returns an order of the rows of a batch.
   *
   * @param size number of rows
   * @return 0 to size - 1, each once
   */
  int[] batchOrder(int size);

  /**
   * Returns the slots of a buffer that a step trains on.
   *
   * @param bufferSize number of slots in use
   * @param count how many, at most {@code bufferSize}
   * @return different slots
   */
  int[] bufferSamples(int bufferSize, int count);

  /**
   * Returns where a full buffer would put a sample.
   *
   * @param range number of samples of the stream so far; whether this one counts, the rule says
   * @return a number of 0 to {@code range} - 1; a slot if it is less than the capacity
   */
  int slot(long range);

  /**
   * Returns the slots of a buffer that a memory of directions is made from.
   *
   * @param bufferSize number of slots in use
   * @param count how many, at most {@code bufferSize}
   * @return different slots
   */
  int[] memorySamples(int bufferSize, int count);
}
