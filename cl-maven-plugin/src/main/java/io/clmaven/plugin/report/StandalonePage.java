package io.clmaven.plugin.report;

import io.clmaven.plugin.report.Page.Section;

/** Writes the page as one HTML file that needs nothing else: no network, no folder beside it. */
final class StandalonePage {

  /** The browser itself refuses anything from outside. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private final Page page;
  private final Html html = new Html();

  StandalonePage(Page page) {
    this.page = page;
  }

  /** Returns the text of the file. */
  String write() {
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n");
    writeHead();
    html.open("body", "class", "cl-report cl-page").raw("\n");
    html.open("div", "class", "cl-frame").raw("\n");
    writeTitle();
    writeContents();
    html.open("main").raw("\n");
    page.sections().forEach(this::writeSection);
    html.closeLine("main");
    writeFoot();
    html.closeLine("div");
    html.open("script").raw(Assets.library()).closeLine("script");
    html.open("script").raw(Assets.script()).closeLine("script");
    html.closeLine("body").closeLine("html");
    return html.toString();
  }

  private void writeHead() {
    html.open("head").raw("\n");
    html.open("meta", "charset", "utf-8").raw("\n");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.raw("\n");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).raw("\n");
    html.open("meta", "name", "color-scheme", "content", "light dark").raw("\n");
    html.element("title", page.title() + ": " + page.subtitle()).raw("\n");
    html.open("link", "rel", "icon", "href", "data:,").raw("\n");
    html.open("style").raw("\n").raw(Assets.style()).closeLine("style");
    html.closeLine("head");
  }

  private void writeTitle() {
    html.open("header", "class", "cl-head");
    html.element("h1", page.title()).element("p", page.subtitle());
    page.notice().ifPresent(notice -> html.element("p", notice, "class", "cl-notice"));
    html.closeLine("header");
  }

  private void writeContents() {
    html.open("nav", "class", "cl-nav", "aria-label", "Contents").open("ol").raw("\n");
    for (Section section : page.sections()) {
      html.open("li").open("a", "href", "#" + section.id());
      String status = section.status().map(BlockHtml::lower).orElse("none");
      html.open("span", "class", "cl-dot " + status).close("span");
      html.element("span", section.title()).close("a").closeLine("li");
    }
    html.close("ol").closeLine("nav");
  }

  private void writeSection(Section section) {
    html.open("section", "class", "cl-section", "id", section.id()).raw("\n");
    html.open("header").element("h2", section.title());
    section
        .status()
        .ifPresent(
            status ->
                html.element(
                    "span",
                    "gate " + OverviewSection.words(status),
                    "class",
                    "cl-pill " + BlockHtml.lower(status)));
    if (!section.subtitle().isEmpty()) {
      html.element("p", section.subtitle());
    }
    html.closeLine("header");
    new BlockHtml(html).write(section.blocks());
    html.closeLine("section");
  }

  private void writeFoot() {
    html.element(
        "footer",
        "Written by cl-maven-plugin. Charts drawn by Apache ECharts.",
        "class",
        "cl-foot");
    html.raw("\n");
  }
}
