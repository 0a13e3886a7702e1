package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.replay.ReplayBuffer;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.method.subspace.LeadingShare;

/**
 * Makes bases anew from the inputs that random samples of a buffer give to each layer.
 *
 * @param network as it is at the end of a task
 * @param buffer of all tasks so far
 * @param draws decides which samples
 * @param parameters how many samples, and the threshold
 */
record BasisRebuild(
    Network network, ReplayBuffer buffer, ReplayDraws draws, CommonParameters parameters) {

  /** Replaces the bases of a memory after a task; with an empty buffer they stay. */
  void after(Task task, ProjectionMemory memory) {
    if (buffer.size() == 0) {
      return;
    }
    int count = Math.min(parameters.memoryBatchSize(), buffer.size());
    int[] slots = draws.memorySamples(buffer.size(), count);
    Batch samples = MemorySamples.of(buffer, slots, network.model());
    LeadingShare rule = new LeadingShare(parameters.thresholdAfter(task.index()));
    memory.rebuild(network.capture(samples, Mode.EVALUATE), rule);
  }
}
