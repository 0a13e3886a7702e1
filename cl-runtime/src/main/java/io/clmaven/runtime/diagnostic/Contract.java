package io.clmaven.runtime.diagnostic;

/**
 * What a method promises mathematically, and how far a trial was from breaking it: measured while
 * it trained, not assumed.
 *
 * @param id stable name, {@code gpm.orthonormal}
 * @param statement what may not exceed the limit, as a formula with the symbols of the paper:
 *     {@code max |MᵀM − I|}
 * @param limit the largest deviation that counts as rounding
 * @param worst the largest deviation seen; 0 before the first check
 * @param where at which task and layer that was; empty before the first check
 * @param checks how often it was checked
 */
public record Contract(
    String id, String statement, double limit, double worst, String where, long checks) {

  /** Makes a contract that was not checked yet. */
  public Contract(String id, String statement, double limit) {
    this(id, statement, limit, 0, "", 0);
  }

  /** Returns whether it held whenever it was checked; a deviation that is no number breaks it. */
  public boolean holds() {
    return worst <= limit;
  }

  /** Returns this contract after one more check. */
  public Contract checked(double deviation, String place) {
    boolean worse = checks == 0 || Double.isNaN(deviation) || deviation > worst;
    return new Contract(
        id, statement, limit, worse ? deviation : worst, worse ? place : where, checks + 1);
  }
}
