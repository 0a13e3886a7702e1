package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ReplayCrossEntropy;
import io.clmaven.runtime.method.MethodContext;

/**
 * A training pass over samples of a buffer alone, each classified among the classes of its own
 * task: as many as a full batch of the stream has, also where the last one is smaller, drawn
 * without replacement, or all in the order of their slots if there are fewer.
 */
public final class MemoryPass {

  private static final int[] NO_ROWS = {};

  private final Network network;
  private final ReplayBuffer buffer;
  private final ReplayDraws draws;
  private final MixedBatches batches;
  private final int count;
  private final Loss loss;
  private int[] all = {};

  public MemoryPass(MethodContext context, ReplayBuffer buffer, ReplayDraws draws) {
    this.network = context.network();
    this.buffer = buffer;
    this.draws = draws;
    this.batches = new MixedBatches(network.model());
    this.count = context.batchSize();
    this.loss = new ReplayCrossEntropy(context.tasks().heads());
  }

  /**
   * Computes {@link Network#gradient()} of the mean loss of the samples.
   *
   * @param incoming the batch of the step
   * @param size how many samples of the buffer take part, the first ones; not 0
   * @return the mean loss
   */
  public double run(Batch incoming, int size) {
    int[] samples = size < count ? all(size) : draws.bufferSamples(size, count);
    Batch replayed = batches.mix(incoming, NO_ROWS, buffer, samples).whole();
    network.forward(replayed, Mode.TRAIN);
    return network.backward(replayed, loss);
  }

  private int[] all(int size) {
    if (all.length != size) {
      all = new int[size];
      for (int i = 0; i < size; i++) {
        all[i] = i;
      }
    }
    return all;
  }
}
