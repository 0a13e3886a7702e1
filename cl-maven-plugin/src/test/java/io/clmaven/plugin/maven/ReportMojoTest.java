package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.clmaven.plugin.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReportException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class ReportMojoTest {

  private static final String NO_RESULTS =
      "Skipping cl:report: there are no results in 'target/cl/default'. Run cl:train first.";

  private static final String NOTICE =
      "<p class=\"cl-notice\">The report shows an earlier plan: &#39;gpm-pmnist.yaml&#39; is gone,"
          + " &#39;naive-pmnist.yaml&#39; is gone, &#39;untrained &lt;b&gt;.yaml&#39; is gone. Run"
          + " &#39;mvn cl:validate cl:report&#39; to plan anew.</p>";

  @TempDir Path base;
  private final Log log = mock(Log.class);
  private ReportMojo mojo;
  private Path report;

  @BeforeEach
  void configureMojo() {
    mojo = configured(new ReportMojo(), "report");
    report = base.resolve("target/cl/default/report/index.html");
  }

  private <M extends AbstractReportMojo> M configured(M goal, String name) {
    MavenProject project = new MavenProject();
    project.setFile(base.resolve("pom.xml").toFile());
    project.setName("Forgetting");
    project.setArtifactId("forgetting");
    project.getBuild().setDirectory(base.resolve("target").toString());
    goal.project = project;
    goal.session = mock(MavenSession.class);
    Mockito.when(goal.session.getProjects()).thenReturn(List.of(project));
    goal.mojoExecution = new MojoExecution(new Plugin(), name, "default");
    goal.experimentDirectory = base.toFile();
    goal.resultsDirectory = base.resolve("target/cl").toFile();
    goal.runId = "default";
    goal.setReportOutputDirectory(base.resolve("target/site").toFile());
    goal.setLog(log);
    return goal;
  }

  @Test
  void writesTheStandaloneReportAndSaysWhere() throws Exception {
    new SampleRun(base).write();
    mojo.execute();
    assertThat(report).content().contains("<h1>Forgetting</h1>", "Average accuracy", NOTICE);
    verify(log)
        .warn(
            "The report shows an earlier plan: 'gpm-pmnist.yaml' is gone, 'naive-pmnist.yaml' is"
                + " gone, 'untrained <b>.yaml' is gone. Run 'mvn cl:validate cl:report' to plan"
                + " anew.");
    verify(log).info("Report: " + report);
    assertThat(base.resolve("target/site")).doesNotExist();
  }

  @Test
  void saysWhyThereIsNoReport() throws Exception {
    mojo.execute();
    verify(log).info(NO_RESULTS);
    assertThat(report).doesNotExist();
  }

  @Test
  void isNoPageOfTheSiteWithoutResults() throws Exception {
    assertThat(mojo.canGenerateReport()).isFalse();
    verify(log).info(NO_RESULTS);
  }

  @Test
  void isSkippedInTheSiteToo() throws Exception {
    new SampleRun(base).write();
    mojo.skip = true;
    assertThat(mojo.canGenerateReport()).isFalse();
    mojo.execute();
    verify(log).info("Skipping cl:report: cl.skip is set.");
    verifyNoMoreInteractions(log);
  }

  @Test
  void writesAPageOfTheSiteWithItsFiles() throws Exception {
    new SampleRun(base).write();
    Sink sink = mock(Sink.class);
    assertThat(mojo.canGenerateReport()).isTrue();
    mojo.generate(sink, null, Locale.ENGLISH);
    verify(sink, atLeastOnce()).rawText(contains("id=\"experiment-gpm-pmnist-matrix\""));
    verify(sink).rawText("<div class=\"cl-report cl-light\">" + NOTICE + "</div>\n");
    verify(sink).rawText("<script src=\"cl/echarts.min.js\"></script>\n");
    verify(sink, atLeastOnce()).text(anyString());
    for (String file : List.of("echarts.min.js", "report.js", "report.css")) {
      assertThat(base.resolve("target/site/cl").resolve(file)).isNotEmptyFile();
    }
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void damagedResultIsAnErrorOfTheSite() throws IOException {
    new SampleRun(base).write();
    Files.writeString(
        base.resolve("target/cl/default/gpm-pmnist/seed-1/results.json"), "{\"schema\": 7}");
    assertThatThrownBy(mojo::canGenerateReport)
        .isInstanceOf(MavenReportException.class)
        .hasMessage(
            "Cannot read the result 'target/cl/default/gpm-pmnist/seed-1/results.json': it has"
                + " schema 7, this version reads 1. Run cl:train again.");
  }

  @Test
  void otherRunsHaveOtherPages() {
    assertThat(mojo.getOutputPath()).isEqualTo("cl-report");
    mojo.runId = "quick";
    assertThat(mojo.getOutputPath()).isEqualTo("cl-report-quick");
  }

  @Test
  void aggregateNamesExperimentsByTheirModule() throws Exception {
    new SampleRun(base).write();
    configured(new ReportAggregateMojo(), "report-aggregate").execute();
    assertThat(base.resolve("target/cl/default/report-aggregate/index.html"))
        .content()
        .contains(
            "<h2>forgetting/gpm-pmnist</h2>",
            "mvn cl:train -pl :forgetting -Dcl.experiments=gpm-pmnist -Dcl.force");
  }

  @Test
  void aggregateNamesModulesWithoutResults() throws Exception {
    configured(new ReportAggregateMojo(), "report-aggregate").execute();
    verify(log).info("Module 'forgetting' has no results.");
  }
}
