package io.clmaven.plugin.report;

import java.util.List;

/** A piece of a section. */
sealed interface Block {

  /** A smaller heading. */
  record Heading(String text) implements Block {}

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** The few numbers that matter most, in large type. */
  record Tiles(List<Tile> tiles) implements Block {}

  /** One of the large numbers: what it is, its value, and what belongs to it. */
  record Tile(String label, String value, String detail) {}

  /**
   * A chart and a table that holds the same numbers.
   *
   * @param id unique in the page
   * @param title what is shown
   * @param description how to read it
   * @param width how much room it takes where there is enough
   * @param chart what is drawn
   * @param tables the numbers
   */
  record Figure(
      String id, String title, String description, Width width, Chart chart, List<Table> tables)
      implements Block {

    /** Share of the width of the page. */
    enum Width {
      HALF,
      FULL
    }
  }

  /** A table; rows are as long as the header. */
  record Table(String caption, List<String> header, List<List<Cell>> rows) implements Block {}

  /** Program text: YAML, a command. */
  record Code(String title, String text) implements Block {}

  /** Something that is shown on demand. */
  record Fold(String title, List<Block> blocks) implements Block {}
}
