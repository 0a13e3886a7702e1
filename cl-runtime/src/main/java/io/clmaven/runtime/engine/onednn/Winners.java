package io.clmaven.runtime.engine.onednn;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Picks the values that won in the last pass through a max-pooling. */
final class Winners {

  private final Pooling pooling;
  private final Image input;
  private final Image output;
  private final int[] steps; // from the first value of a window to each other one
  private byte[] bytes = {};
  private int[] places = {}; // of the winner in its window

  Winners(Pooling pooling) {
    this.pooling = pooling;
    this.input = pooling.input();
    this.output = pooling.output();
    int columns = pooling.window().kernel().columns();
    this.steps = new int[pooling.window().kernel().rows() * columns];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (i / columns * input.width() + i % columns) * input.channels();
    }
  }

  /**
   * Picks.
   *
   * @param from like the input of the pooling [rows, input]
   * @param to receives the picked values [rows, output]
   */
  void pick(int rows, float[] from, float[] to) {
    pull(rows);
    int next = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < output.height(); i++) {
        for (int j = 0; j < output.width(); j++) {
          pick(start(row, i, j), from, to, next);
          next += output.channels();
        }
      }
    }
  }

  /** Returns the place of the first value of a window, which may lie in the padding. */
  private int start(int row, int i, int j) {
    int y = i * pooling.window().stride().rows() - pooling.window().padding().rows();
    int x = j * pooling.window().stride().columns() - pooling.window().padding().columns();
    return ((row * input.height() + y) * input.width() + x) * input.channels();
  }

  private void pick(int start, float[] from, float[] to, int next) {
    for (int c = 0; c < output.channels(); c++) {
      int source = start + steps[places[next + c]] + c;
      to[next + c] = from[Math.max(source, c)]; // not a number never wins: place 0 may be padding
    }
  }

  private void pull(int rows) {
    int length = rows * output.size();
    if (places.length < length) {
      places = new int[length];
      bytes = new byte[length];
    }
    BytePointer winners = pooling.winners(rows);
    if (winners.capacity() > length) {
      new IntPointer(winners).get(places, 0, length);
      return;
    }
    winners.get(bytes, 0, length);
    for (int i = 0; i < length; i++) {
      places[i] = bytes[i] & 0xFF;
    }
  }
}
