package io.clmaven.plugin.report;

import io.clmaven.plugin.report.Page.Status;

/**
 * A cell of a table.
 *
 * @param text what is written in it
 * @param kind how it is written
 */
record Cell(String text, Kind kind) {

  /** How a cell is written. */
  enum Kind {
    TEXT,
    NUMBER,
    CODE,
    LINK,
    METRIC,
    PASSED,
    FAILED,
    UNJUDGED
  }

  static Cell text(String text) {
    return new Cell(text, Kind.TEXT);
  }

  static Cell number(String text) {
    return new Cell(text, Kind.NUMBER);
  }

  static Cell code(String text) {
    return new Cell(text, Kind.CODE);
  }

  /** A link to the section with the title {@code text}. */
  static Cell link(String text) {
    return new Cell(text, Kind.LINK);
  }

  /** The name of a metric, with a link to its definition. */
  static Cell metric(String id) {
    return new Cell(id, Kind.METRIC);
  }

  static Cell status(String text, Status status) {
    return new Cell(text, Kind.valueOf(status.name()));
  }
}
