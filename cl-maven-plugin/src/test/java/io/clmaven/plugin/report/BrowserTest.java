package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clmaven.runtime.experiment.result.TrialResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the standalone report in a browser; a CI server has to have one. */
class BrowserTest {

  @TempDir static Path base;
  private static Path report;
  private static Browser browser;
  private static ReportedRun run;
  private static Browser.Opened page;

  @BeforeAll
  static void openReport() throws Exception {
    Optional<Browser> found = Browser.find();
    assumeTrue(
        found.isPresent() || System.getenv("CI") != null,
        "no Chromium on the path; set CI to make it obligatory");
    browser = found.orElseThrow();
    run = new SampleRun(base).write();
    report = base.resolve("index.html");
    new Report(
            "Forgetting", "Continual-learning experiments", run.experiments("", ""), run.sweeps(""))
        .writeStandalone(report);
    page = browser.open(report, base.resolve("browser"));
  }

  @Test
  void allChartsAreDrawnWithoutAWordOnTheConsole() {
    assertThat(page.console()).isEmpty();
    assertThat(page.count("class=\"cl-figure")).isEqualTo(18);
    assertThat(page.count("<svg")).isEqualTo(18);
    assertThat(page.count("<details class=\"cl-numbers\">")).isEqualTo(18);
  }

  @Test
  void heatMapIsLabelledWithTheMeanOfTheResults() {
    List<TrialResult> trials = run.results().read("gpm-pmnist").trials();
    double mean = trials.stream().mapToDouble(t -> t.accuracy().at(9, 0)).average().orElseThrow();
    String label = String.format(Locale.ROOT, ">%.1f</text>", 100 * mean);
    String figure = between(page.document(), "id=\"experiment-gpm-pmnist-matrix\"", "<details");
    assertThat(figure.contains(label)).as("label " + label).isTrue();
  }

  @Test
  void tablesHoldTheNumbersOfTheResults() {
    for (TrialResult trial : run.results().read("gpm-pmnist").trials()) {
      String figure = between(page.document(), "id=\"experiment-gpm-pmnist-matrix\"", "</figure>");
      String table = between(figure, "<caption>Seed " + trial.seed() + "</caption>", "</table>");
      assertThat(numbers(table)).containsExactlyElementsOf(percent(trial));
    }
  }

  @Test
  void consoleOfABrokenPageIsHeard() throws Exception {
    Path broken = base.resolve("broken.html");
    Files.writeString(broken, "<!DOCTYPE html><script>undefinedFunction()</script>");
    assertThat(browser.open(broken, base.resolve("browser")).console())
        .singleElement()
        .asString()
        .contains("undefinedFunction is not defined");
  }

  @Test
  void browserRefusesWhatWouldComeFromOutside() throws Exception {
    Path outside = base.resolve("outside.html");
    Files.writeString(
        outside,
        Files.readString(report)
            .replace("</body>", "<img src=\"http://localhost:9/pixel.png\"></body>"));
    assertThat(browser.open(outside, base.resolve("browser")).console())
        .singleElement()
        .asString()
        .contains("violates the following Content Security Policy directive");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as("place of " + start).isNotNegative();
    return text.substring(from, text.indexOf(end, from));
  }

  private static List<String> numbers(String table) {
    return Pattern.compile("<td class=\"n\">([^<]*)</td>")
        .matcher(table)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<String> percent(TrialResult trial) {
    List<String> numbers = new ArrayList<>();
    trial
        .accuracy()
        .rows()
        .forEach(
            row ->
                row.forEach(
                    value -> numbers.add(String.format(Locale.ROOT, "%.2f %%", 100 * value))));
    return numbers;
  }
}
