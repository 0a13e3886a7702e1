package io.clmaven.runtime.experiment.yaml;

/**
 * Where a value is being read: how messages call it, what numbers it allows and who collects
 * mistakes.
 *
 * @param subject words that begin a sentence, for example {@code 'epochs'}
 * @param range allowed numbers
 * @param problems receives mistakes
 */
record Site(String subject, Interval range, Problems problems) {

  Site element(int index) {
    return new Site("Element %d of %s".formatted(index + 1, subject), range, problems);
  }

  /** Returns the same place under another name. */
  Site named(String other) {
    return new Site(other, range, problems);
  }

  void refuse(Node node, String message) {
    problems.add(node.place(), message);
  }
}
