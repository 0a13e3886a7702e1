package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;

/**
 * Draws from the streams of a trial. Each kind of decision has its own, so that methods that share
 * a seed also share the content of the buffer, whatever else they draw.
 */
final class RandomDraws implements ReplayDraws {

  private final SubsetDraw order;
  private final SubsetDraw samples;
  private final SubsetDraw memory;
  private final RandomStream slots;

  RandomDraws(RandomStreams random) {
    order = new SubsetDraw(random.stream("replay order"));
    samples = new SubsetDraw(random.stream("replay samples"));
    memory = new SubsetDraw(random.stream("replay memory"));
    slots = random.stream("replay slots");
  }

  @Override
  public int[] batchOrder(int size) {
    return order.draw(size, size);
  }

  @Override
  public int[] bufferSamples(int bufferSize, int count) {
    return samples.draw(bufferSize, count);
  }

  @Override
  public int slot(long range) {
    return slots.nextInt(Math.toIntExact(range));
  }

  @Override
  public int[] memorySamples(int bufferSize, int count) {
    return memory.draw(bufferSize, count);
  }
}
