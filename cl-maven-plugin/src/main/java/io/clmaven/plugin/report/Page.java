package io.clmaven.plugin.report;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a report shows, in the order in which it shows it.
 *
 * @param title name of the project
 * @param subtitle what the page is about
 * @param notice what has to be known before reading it, if there is something
 * @param sections the overview, the experiments, the definitions
 */
record Page(String title, String subtitle, Optional<String> notice, List<Section> sections) {

  /** Returns the same page with a notice. */
  Page noting(String text) {
    return new Page(title, subtitle, Optional.of(text), sections);
  }

  /**
   * A part of the page with an entry in the table of contents.
   *
   * @param id unique in the page, usable in a URL
   * @param title heading
   * @param subtitle one line below the heading; may be empty
   * @param status what the gate says, where it said something
   * @param blocks the content
   */
  record Section(
      String id, String title, String subtitle, Optional<Status> status, List<Block> blocks) {}

  /** How something ended. */
  enum Status {
    PASSED,
    FAILED,
    UNJUDGED
  }
}
