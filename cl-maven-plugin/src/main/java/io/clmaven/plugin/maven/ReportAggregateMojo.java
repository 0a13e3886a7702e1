package io.clmaven.plugin.maven;

import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.plugin.report.Report;
import io.clmaven.plugin.report.ReportedExperiment;
import io.clmaven.plugin.report.ReportedRun;
import io.clmaven.plugin.report.ReportedSweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes one report on the results of all modules of the build, for {@code mvn verify
 * cl:report-aggregate} and the site of the root. Modules use the default folders; those without
 * results are named in the log.
 *
 * @since 0.1.0
 */
@Mojo(name = "report-aggregate", aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends AbstractReportMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.report-aggregate.skip", defaultValue = "false")
  private boolean skipReportAggregate;

  @Override
  protected boolean skipGoal() {
    return skipReportAggregate;
  }

  @Override
  Optional<Report> report() {
    List<ReportedExperiment> experiments = new ArrayList<>();
    List<ReportedSweep> sweeps = new ArrayList<>();
    for (MavenProject module : session.getProjects()) {
      ReportedRun run = run(module);
      if (run.hasResults()) {
        String options = "-pl :%s ".formatted(module.getArtifactId());
        experiments.addAll(run.experiments(module.getArtifactId() + "/", options));
        sweeps.addAll(run.sweeps(module.getArtifactId() + "/"));
      } else {
        getLog().info("Module '%s' has no results.".formatted(module.getArtifactId()));
      }
    }
    return experiments.isEmpty() && sweeps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Report(
                project.getName(),
                "Continual-learning experiments of all modules",
                experiments,
                sweeps));
  }

  private ReportedRun run(MavenProject module) {
    Path base = module.getBasedir().toPath();
    Path results = Path.of(module.getBuild().getDirectory()).resolve("cl").resolve(runId);
    return new ReportedRun(
        new ResultFolder(results, base),
        new BaselineFolder(base.resolve("src/main/cl/baselines"), base));
  }

  @Override
  Path file() {
    return runDirectory().resolve("report-aggregate").resolve("index.html");
  }

  @Override
  String pageName() {
    return "cl-report-aggregate";
  }

  @Override
  public String getName(Locale locale) {
    return "Continual Learning, All Modules";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Accuracy, metrics, cost and provenance of the experiments of all modules.";
  }
}
