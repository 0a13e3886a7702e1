package io.clmaven.runtime.engine;

import java.util.ArrayList;
import java.util.List;

/** The factors that are known of ranges of a vector, while its values stay as they are. */
final class KnownFactors {

  private final List<OuterProducts> known = new ArrayList<>();

  void add(OuterProducts factors) {
    known.add(factors);
  }

  /** Returns those of the range that begins at an index, or null if none are known. */
  OuterProducts from(int index) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).from() == index) {
        return known.get(i);
      }
    }
    return null;
  }

  /** Forgets them. */
  void clear() {
    known.clear();
  }
}
