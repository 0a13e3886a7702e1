package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandalonePageTest {

  private static final Pattern REFERENCE =
      Pattern.compile("<[a-z]+ [^>]*\\b(?:src|href)=\"(?!#|data:)");

  @TempDir Path base;

  private String write(String title) throws Exception {
    ReportedRun run = new SampleRun(base).write();
    Path file = base.resolve("index.html");
    new Report(title, "All", run.experiments("", ""), run.sweeps("")).writeStandalone(file);
    return Files.readString(file);
  }

  @Test
  void sameResultsGiveTheSameBytes() throws Exception {
    assertThat(write("Forgetting")).isEqualTo(write("Forgetting"));
  }

  @Test
  void hasANoticeOnlyWhereThereIsOne() throws Exception {
    assertThat(write("Forgetting")).doesNotContain("<p class=\"cl-notice\">");
  }

  @Test
  void tablesAreOpenUntilAScriptHasDrawnTheirChart() throws Exception {
    String page = write("Forgetting");
    assertThat(Pattern.compile("<figure ").matcher(page).results().count()).isEqualTo(18);
    assertThat(
            Pattern.compile("<details class=\"cl-numbers\" open=\"\">")
                .matcher(page)
                .results()
                .count())
        .isEqualTo(18);
  }

  @Test
  void refersToNothingOutside() throws Exception {
    String page = write("Forgetting").replace(Assets.library(), "");
    assertThat(REFERENCE.matcher(page).find()).isFalse();
    assertThat(page).doesNotContain("http://", "https://");
  }

  @Test
  void namesOfTheUserAreEscaped() throws Exception {
    String page = write("<script>alert('x')</script> & \"more\"");
    assertThat(page)
        .contains("<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</h1>")
        .contains("<h2>untrained &lt;b&gt;</h2>")
        .contains("id=\"experiment-untrained--b-\"")
        .doesNotContain("<b>untrained", "untrained <b>", "<script>alert");
  }

  @Test
  void textInChartsCannotEndTheScript() {
    Html html = new Html().json("{\"name\":\"</script><script>alert(1)</script>&amp;\"}");
    assertThat(html)
        .hasToString(
            "<script type=\"application/json\">{\"name\":\"\\u003c/script>\\u003cscript>alert(1)"
                + "\\u003c/script>\\u0026amp;\"}</script>");
  }
}
