package io.clmaven.plugin.uptodate;

import java.util.List;

/**
 * Whether results can stay as they are.
 *
 * @param reasons why they cannot; empty if they can
 */
public record Verdict(List<String> reasons) {

  private static final int SHOWN = 5;

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Returns whether there is nothing to do. */
  public boolean isUpToDate() {
    return reasons.isEmpty();
  }

  /** Returns the reasons in one line, the first few if there are many. */
  public String text() {
    String first = String.join("; ", reasons.subList(0, Math.min(SHOWN, reasons.size())));
    int rest = reasons.size() - SHOWN;
    return rest > 0 ? "%s; and %d more".formatted(first, rest) : first;
  }
}
