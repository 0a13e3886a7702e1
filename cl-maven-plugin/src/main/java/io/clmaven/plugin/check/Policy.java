package io.clmaven.plugin.check;

/**
 * How the gate takes what it cannot judge.
 *
 * @param noResults an experiment without any result
 * @param otherBaseline a baseline that was measured on other data, benchmark or backend
 */
public record Policy(Reaction noResults, Reaction otherBaseline) {

  /** Whether something counts as a broken rule. */
  public enum Reaction {
    FAIL,
    SKIP
  }
}
