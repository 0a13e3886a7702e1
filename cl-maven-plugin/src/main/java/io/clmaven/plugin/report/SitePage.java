package io.clmaven.plugin.report;

import io.clmaven.plugin.check.WholeFile;
import java.nio.file.Path;
import org.apache.maven.doxia.sink.Sink;

/**
 * Writes the page as part of a Maven site: headings by the skin, blocks as HTML, style and scripts
 * as files beside the page.
 */
final class SitePage {

  private static final String FOLDER = "cl";

  private final Page page;
  private final Sink sink;

  SitePage(Page page, Sink sink) {
    this.page = page;
    this.sink = sink;
  }

  /** Writes the page to the sink and its files below the folder of the site. */
  void write(Path site) {
    Path folder = site.resolve(FOLDER);
    WholeFile.write(folder.resolve("report.css"), Assets.style());
    WholeFile.write(folder.resolve("report.js"), Assets.script());
    WholeFile.write(folder.resolve("echarts.min.js"), Assets.library());
    sink.head();
    sink.title();
    sink.text(page.subtitle());
    sink.title_();
    sink.head_();
    sink.body();
    sink.rawText("<link rel=\"stylesheet\" href=\"cl/report.css\">\n");
    page.notice().ifPresent(this::writeNotice);
    page.sections().forEach(this::write);
    sink.rawText("<script src=\"cl/echarts.min.js\"></script>\n");
    sink.rawText("<script src=\"cl/report.js\"></script>\n");
    sink.body_();
    sink.flush();
  }

  private void writeNotice(String notice) {
    Html html = new Html().open("div", "class", "cl-report cl-light");
    html.element("p", notice, "class", "cl-notice").closeLine("div");
    sink.rawText(html.toString());
  }

  private void write(Page.Section section) {
    sink.section1();
    sink.sectionTitle1();
    sink.text(section.title());
    sink.sectionTitle1_();
    Html html = new Html();
    html.open("div", "class", "cl-report cl-light", "id", section.id()).raw("\n");
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
    new BlockHtml(html).write(section.blocks());
    html.closeLine("div");
    sink.rawText(html.toString());
    sink.section1_();
  }
}
