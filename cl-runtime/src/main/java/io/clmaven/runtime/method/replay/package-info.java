/**
 * Replay of stored samples, and the methods that learn from them: a {@code ReplayBuffer} keeps
 * samples of the stream by a {@code Reservoir}, {@code MixedBatches} put some of them beside the
 * batch of the step, {@code ReplayDraws} makes every random decision.
 */
package io.clmaven.runtime.method.replay;
