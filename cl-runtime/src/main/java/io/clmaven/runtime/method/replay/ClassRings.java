package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A ring of m slots for each class of each task, in which the newest sample overwrites the oldest.
 * Slots are in the order of task, class, place in the ring.
 */
public final class ClassRings implements SlotRule {

  private final int length; // m
  private final int[] firstRing; // of each task, and behind the last one
  private final int[] writes; // to each ring
  private final int[] used; // slots in use, in order
  private int size;

  /**
   * Makes empty rings.
   *
   * @param heads outputs of each task
   * @param length slots m of a ring; 0 keeps nothing
   */
  public ClassRings(List<OutputRange> heads, int length) {
    this.length = length;
    firstRing = new int[heads.size() + 1];
    for (int task = 0; task < heads.size(); task++) {
      firstRing[task + 1] = firstRing[task] + heads.get(task).size();
    }
    writes = new int[firstRing[heads.size()]];
    used = new int[Math.multiplyExact(writes.length, length)];
  }

  @Override
  public int next(int task, int label, ReplayDraws draws) {
    if (length == 0) {
      return NONE;
    }
    int ring = firstRing[task] + label;
    int slot = ring * length + writes[ring] % length;
    if (writes[ring] < length) {
      use(slot);
    }
    writes[ring]++;
    return slot;
  }

  private void use(int slot) {
    int position = positionOf(slot);
    System.arraycopy(used, position, used, position + 1, size - position);
    used[position] = slot;
    size++;
  }

  /** Returns the number of slots in use before a slot. */
  private int positionOf(int slot) {
    int found = Arrays.binarySearch(used, 0, size, slot);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns the number of slots in use that belong to the tasks before one. */
  public int sizeBefore(int task) {
    return positionOf(firstRing[task] * length);
  }

  @Override
  public int capacity() {
    return used.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int slot(int position) {
    return used[position];
  }

  @Override
  public void save(StateWriter out) {
    out.putInts("rings.writes", writes);
  }

  @Override
  public void load(StateReader in) {
    System.arraycopy(in.getInts("rings.writes"), 0, writes, 0, writes.length);
    size = 0;
    for (int ring = 0; ring < writes.length; ring++) {
      for (int place = 0; place < Math.min(writes[ring], length); place++) {
        used[size++] = ring * length + place;
      }
    }
  }
}
