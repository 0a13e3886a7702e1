package io.clmaven.runtime.benchmark;

/**
 * Turns the bytes of an image into one input of a network. Uses scratch memory: one thread only.
 */
interface Inputs {

  /**
   * Makes one input.
   *
   * @param image C x H x W unsigned bytes
   * @param target receives as many floats
   * @param offset first position to write
   */
  void fill(byte[] image, float[] target, int offset);
}
