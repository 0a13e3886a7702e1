package io.clmaven.runtime.method.replay;

/**
 * Reservoir sampling batch by batch, as in the code of TAG: all samples of a batch that find no
 * free slot draw from the same numbers, 0 to n - 1, with n the samples seen before them. {@link
 * Reservoir} counts each sample at once, and keeps all samples with the same probability; here new
 * samples are kept a little more often.
 */
public final class BatchReservoir extends ReservoirRule {

  private long before; // samples of earlier batches

  /**
   * Makes an empty reservoir.
   *
   * @param capacity number of slots; 0 keeps nothing
   */
  public BatchReservoir(int capacity) {
    super(capacity);
  }

  @Override
  public void beginBatch() {
    before = seen();
  }

  /** In the batch that fills the last slot, the samples that filled them count. */
  @Override
  long range() {
    return Math.max(before, capacity());
  }
}
