package io.clmaven.plugin.maven;

import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.plugin.report.Report;
import io.clmaven.plugin.report.ReportedRun;
import io.clmaven.plugin.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a report on the results of {@code cl:train}: accuracy matrices, metrics, cost, provenance,
 * comparison with the baseline. It is one file, {@code target/cl/<runId>/report/index.html}, that
 * can be sent to anybody; {@code mvn site} also gets a page.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends AbstractReportMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.report.skip", defaultValue = "false")
  private boolean skipReport;

  @Override
  protected boolean skipGoal() {
    return skipReport;
  }

  @Override
  Optional<Report> report() {
    ReportedRun run = reportedRun();
    return run.hasResults()
        ? Optional.of(
            new Report(project.getName(), subtitle(), run.experiments("", ""), run.sweeps("")))
        : Optional.empty();
  }

  private ReportedRun reportedRun() {
    Path base = project.getBasedir().toPath();
    return new ReportedRun(
        new ResultFolder(runDirectory(), base),
        new BaselineFolder(experimentDirectory.toPath().resolve("baselines"), base));
  }

  @Override
  Optional<String> warning() {
    ReportedRun run = reportedRun();
    Path files = experimentDirectory.toPath();
    Optional<String> plan =
        run.plan()
            .flatMap(p -> new PlannedFiles(files, PlannedFiles.time(run.planFile())).warning(p));
    List<String> sweeps =
        new SweptFiles(files, SweepFolder.ofRun(runDirectory())).warnings(run.results().sweeps());
    String all = Stream.concat(plan.stream(), sweeps.stream()).collect(Collectors.joining(" "));
    return Optional.of(all).filter(warnings -> !warnings.isEmpty());
  }

  private String subtitle() {
    return "default".equals(runId)
        ? "Continual-learning experiments"
        : "Continual-learning experiments, run '%s'".formatted(runId);
  }

  @Override
  Path file() {
    return standalone(runDirectory());
  }

  @Override
  String pageName() {
    return "cl-report";
  }

  @Override
  public String getName(Locale locale) {
    return "Continual Learning";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Accuracy, metrics, cost and provenance of the continual-learning experiments.";
  }
}
