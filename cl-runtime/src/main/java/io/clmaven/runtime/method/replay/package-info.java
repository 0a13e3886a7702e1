/**
 * Replay of stored samples, and the methods that learn from them: a {@code ReplayBuffer} keeps
 * samples of the stream by a {@code SlotRule}, which is a {@code Reservoir}, a {@code
 * BatchReservoir} or {@code ClassRings}; {@code MixedBatches} put some of them beside the batch of
 * the step, {@code MemoryPass} takes their gradient apart from it, {@code ReplayDraws} makes every
 * random decision, and {@code BufferComposition} tells what a buffer held after each task.
 */
package io.clmaven.runtime.method.replay;
