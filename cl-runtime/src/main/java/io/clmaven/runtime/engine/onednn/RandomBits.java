package io.clmaven.runtime.engine.onednn;

/** Random bits that can be looked up in any order, always the same. */
interface RandomBits {

  /**
   * Returns the 64 bits at a place.
   *
   * @param seed of the pass
   * @param layer a number
   * @param place from 0
   */
  long at(long seed, int layer, int place);
}
