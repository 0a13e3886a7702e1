package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Decisions that a reference file recorded, made again in the same order. */
public final class RecordedDraws implements ReplayDraws {

  private final Deque<int[]> orders = new ArrayDeque<>();
  private final Deque<int[]> samples = new ArrayDeque<>();
  private final Deque<int[]> slots = new ArrayDeque<>(); // samples seen, drawn number
  private final Deque<int[]> memories = new ArrayDeque<>();

  /** Adds the next order of a batch. */
  public void addOrder(int[] permutation) {
    orders.add(permutation);
  }

  /** Adds the next slots that a step trains on. */
  public void addSamples(int[] indices) {
    samples.add(indices);
  }

  /** Adds the next draw of the reservoir. */
  public void addSlot(int seen, int drawn) {
    slots.add(new int[] {seen, drawn});
  }

  /** Adds the next slots that a memory is made from. */
  public void addMemory(int[] indices) {
    memories.add(indices);
  }

  @Override
  public int[] batchOrder(int size) {
    int[] order = orders.remove();
    assertThat(order).as("recorded order of the batch").hasSize(size);
    return order;
  }

  @Override
  public int[] bufferSamples(int bufferSize, int count) {
    return subset("recorded samples", samples.remove(), bufferSize, count);
  }

  @Override
  public int slot(long seen) {
    int[] draw = slots.remove();
    assertThat(seen).as("samples seen at a draw").isEqualTo(draw[0]);
    return draw[1];
  }

  @Override
  public int[] memorySamples(int bufferSize, int count) {
    return subset("recorded samples of the memory", memories.remove(), bufferSize, count);
  }

  private static int[] subset(String what, int[] drawn, int bufferSize, int count) {
    assertThat(drawn).as(what).hasSize(count);
    assertThat(Arrays.stream(drawn)).as(what).allMatch(slot -> slot < bufferSize);
    return drawn;
  }

  /** Checks that every decision was asked for. */
  public void assertUsedUp() {
    assertThat(orders).as("orders left").isEmpty();
    assertThat(samples).as("samples left").isEmpty();
    assertThat(slots).as("draws of the reservoir left").isEmpty();
    assertThat(memories).as("samples of the memory left").isEmpty();
  }
}
