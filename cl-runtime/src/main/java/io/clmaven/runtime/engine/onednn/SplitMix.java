package io.clmaven.runtime.engine.onednn;

/**
 * SplitMix64 with the place as its counter (Steele, Lea and Flood, OOPSLA 2014); its start is mixed
 * of seed and layer.
 */
record SplitMix() implements RandomBits {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  @Override
  public long at(long seed, int layer, int place) {
    return mix(mix(seed + layer) + (place + 1) * GOLDEN);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
