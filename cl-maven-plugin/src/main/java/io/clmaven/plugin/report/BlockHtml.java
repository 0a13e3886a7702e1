package io.clmaven.plugin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clmaven.runtime.experiment.plan.Json;
import java.util.List;
import java.util.Locale;

/** Writes the blocks of a section as HTML. */
final class BlockHtml {

  private final Html html;

  BlockHtml(Html html) {
    this.html = html;
  }

  void write(List<Block> blocks) {
    html.open("div", "class", "cl-blocks").raw("\n");
    blocks.forEach(this::write);
    html.closeLine("div");
  }

  private void write(Block block) {
    if (block instanceof Block.Heading heading) {
      html.element("h3", heading.text()).raw("\n");
    } else if (block instanceof Block.Paragraph paragraph) {
      html.element("p", paragraph.text()).raw("\n");
    } else if (block instanceof Block.Tiles tiles) {
      write(tiles);
    } else if (block instanceof Block.Figure figure) {
      write(figure);
    } else if (block instanceof Block.Table table) {
      write(table);
    } else if (block instanceof Block.Code code) {
      write(code);
    } else if (block instanceof Block.Fold fold) {
      write(fold);
    }
  }

  private void write(Block.Tiles tiles) {
    html.open("dl", "class", "cl-tiles");
    for (Block.Tile tile : tiles.tiles()) {
      html.open("div");
      html.element("dt", tile.label());
      html.element("dd", tile.value(), "class", "value");
      html.element("dd", tile.detail(), "class", "detail");
      html.close("div");
    }
    html.closeLine("dl");
  }

  private void write(Block.Figure figure) {
    boolean half = figure.width() == Block.Figure.Width.HALF;
    String caption = figure.id() + "-caption";
    html.open("figure", "class", half ? "cl-figure cl-half" : "cl-figure", "id", figure.id());
    html.open("figcaption", "id", caption);
    html.element("b", figure.title()).element("span", figure.description());
    html.closeLine("figcaption");
    html.open("div", "class", "cl-chart", "role", "img", "aria-labelledby", caption).close("div");
    html.json(json(figure.chart()));
    html.open("details", "class", "cl-numbers", "open", "");
    html.element("summary", "Numbers").raw("\n");
    figure.tables().forEach(this::write);
    html.close("details").closeLine("figure");
  }

  private void write(Block.Table table) {
    html.open("div", "class", "cl-scroll").open("table");
    html.element("caption", table.caption()).open("thead").open("tr");
    for (int i = 0; i < table.header().size(); i++) {
      String[] attributes =
          isNumeric(table, i)
              ? new String[] {"scope", "col", "class", "n"}
              : new String[] {"scope", "col"};
      html.element("th", table.header().get(i), attributes);
    }
    html.close("tr").close("thead").open("tbody").raw("\n");
    for (List<Cell> row : table.rows()) {
      html.open("tr");
      row.forEach(this::write);
      html.closeLine("tr");
    }
    html.close("tbody").close("table").closeLine("div");
  }

  private static boolean isNumeric(Block.Table table, int column) {
    return !table.rows().isEmpty()
        && table.rows().stream().anyMatch(row -> row.get(column).kind() == Cell.Kind.NUMBER);
  }

  private void write(Cell cell) {
    switch (cell.kind()) {
      case TEXT -> html.element("td", cell.text());
      case NUMBER -> html.element("td", cell.text(), "class", "n");
      case CODE -> html.open("td").element("code", cell.text()).close("td");
      case LINK ->
          html.open("td")
              .element("a", cell.text(), "href", "#" + ExperimentSection.id(cell.text()))
              .close("td");
      case METRIC ->
          html.open("td")
              .open("a", "href", "#" + DefinitionsSection.ID)
              .element("code", cell.text())
              .close("a")
              .close("td");
      case PASSED, FAILED, UNJUDGED ->
          html.open("td")
              .element("span", cell.text(), "class", "cl-pill " + lower(cell.kind()))
              .close("td");
    }
  }

  private void write(Block.Code code) {
    html.element("p", code.title(), "class", "cl-code-title");
    html.open("pre").element("code", code.text()).closeLine("pre");
  }

  private void write(Block.Fold fold) {
    html.open("details").element("summary", fold.title()).raw("\n");
    fold.blocks().forEach(this::write);
    html.closeLine("details");
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String json(Chart chart) {
    try {
      return Json.mapper().writeValueAsString(chart);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
