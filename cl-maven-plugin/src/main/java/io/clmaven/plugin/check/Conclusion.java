package io.clmaven.plugin.check;

import io.clmaven.plugin.check.Verdict.Outcome;
import java.util.List;

/**
 * What the gate says in the end.
 *
 * @param verdicts all verdicts of all experiments; not empty
 */
public record Conclusion(List<Verdict> verdicts) {

  /** Tells whether a rule is broken. */
  public boolean isBroken() {
    return count(Outcome.BROKEN) > 0;
  }

  /**
   * Returns the sentence that ends the goal.
   *
   * @param report where to see more, as it is shown to the user; empty if there is no more
   */
  public String text(String report) {
    String where = report.isEmpty() ? "" : "; " + report;
    if (isBroken()) {
      long broken = count(Outcome.BROKEN);
      return "%d of %d rules %s broken, see above%s."
          .formatted(broken, verdicts.size(), broken == 1 ? "is" : "are", where);
    }
    long skipped = count(Outcome.SKIPPED);
    String unjudged = skipped == 0 ? "" : ", %d not judged".formatted(skipped);
    return "%d of %d rules are met%s%s."
        .formatted(count(Outcome.MET), verdicts.size(), unjudged, where);
  }

  private long count(Outcome outcome) {
    return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
  }
}
