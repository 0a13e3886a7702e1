package io.clmaven.plugin.maven;

import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.Evidence;
import io.clmaven.plugin.check.Gate;
import io.clmaven.plugin.check.JUnitReport;
import io.clmaven.plugin.check.Policy;
import io.clmaven.plugin.check.Policy.Reaction;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.plugin.check.Verdict;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.train.TrialFilter;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Judges the results of {@code cl:train} by the rules in the experiment files and fails if one is
 * broken. It never trains: missing and stale results are broken rules.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.check.skip", defaultValue = "false")
  private boolean skipCheck;

  /**
   * Whether a broken rule fails the build; if not, it is a warning. Default: {@code true}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.check.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /**
   * Whether an experiment without results breaks its rules. Where training was skipped in the same
   * build by {@code cl.train.skip} or {@code skipITs} it never does. Default: {@code true}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.check.failIfNoResults", defaultValue = "true")
  private boolean failIfNoResults;

  /**
   * Whether a baseline that was measured on other data, another benchmark or backend breaks the
   * rules that compare with it; if not, they are not judged. Default: {@code true}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.check.failIfNotComparable", defaultValue = "true")
  private boolean failIfNotComparable;

  /**
   * Folder for the outcome as JUnit XML, one file for each experiment; CI servers show every rule
   * as a test. Default: {@code target/surefire-reports}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "cl.check.junitDirectory",
      defaultValue = "${project.build.directory}/surefire-reports")
  private File junitDirectory;

  /**
   * Names of the experiments to judge, separated by commas; {@code *} and {@code ?} are wildcards,
   * as in {@code gpm-*,naive}. Default: all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.experiments")
  private List<String> experiments;

  /**
   * Whether training is skipped in this build: then missing results break no rule. Default: {@code
   * false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.train.skip", defaultValue = "false")
  private boolean skipTrain;

  /**
   * Whether training is skipped in this build where it is bound to a phase: then missing results
   * break no rule. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipITs", defaultValue = "false")
  private boolean skipITs;

  @Inject
  CheckMojo(ForkTools tools) {
    super(tools);
  }

  @Override
  protected boolean skipGoal() {
    return skipCheck;
  }

  /** A gate that finds an empty folder would let every regression pass. */
  @Override
  void addSkipReasons(RunDecision decision) {
    Path folder = experimentDirectory.toPath();
    boolean isEmpty = Files.isDirectory(folder) && !RunDecision.hasExperiments(folder);
    if (decision.runs() && failIfNoResults && isEmpty) {
      throw new ProjectException(
          "Cannot check '%s': it holds no experiment (*.yaml). Add one, or set cl.check.failIfNoResults to false."
              .formatted(shown(folder)));
    }
  }

  @Override
  protected void run() throws MojoFailureException {
    StandaloneReport report = new StandaloneReport(runDirectory());
    List<String> names = experiments == null ? List.of() : experiments;
    List<PlannedExperiment> planned =
        new TrialFilter(names, List.of()).experiments(plan(forkSettings()).experiments());
    report.forgetSamePlan();
    List<Verdict> verdicts = new ArrayList<>();
    for (PlannedExperiment experiment : planned) {
      verdicts.addAll(judge(experiment));
    }
    VerdictLog log = new VerdictLog(getLog(), failOnViolation);
    verdicts.forEach(log::tell);
    log.conclude(verdicts, seeMore(report));
  }

  private List<Verdict> judge(PlannedExperiment experiment) {
    String name = experiment.name();
    Path base = baseDirectory();
    ResultFolder results = new ResultFolder(runDirectory(), base);
    BaselineFolder baselines = baselines();
    List<Verdict> verdicts =
        new Gate(policy())
            .judge(
                experiment,
                new Evidence(
                    results.read(name),
                    results.shown(name),
                    baselines.read(name),
                    baselines.shown(name)));
    if (verdicts.isEmpty()) {
      getLog().info("%s has no rules: nothing to check.".formatted(name));
    } else {
      new JUnitReport(junitDirectory.toPath()).write(name, verdicts);
    }
    return verdicts;
  }

  private BaselineFolder baselines() {
    return new BaselineFolder(experimentDirectory.toPath().resolve("baselines"), baseDirectory());
  }

  private Policy policy() {
    boolean isBound = mojoExecution.getSource() == MojoExecution.Source.LIFECYCLE;
    boolean untrained = skipTrain || skipITs && isBound;
    return new Policy(
        failIfNoResults && !untrained ? Reaction.FAIL : Reaction.SKIP,
        failIfNotComparable ? Reaction.FAIL : Reaction.SKIP);
  }

  private String seeMore(StandaloneReport report) {
    List<Path> results = new ResultFolder(runDirectory(), baseDirectory()).files();
    if (results.isEmpty()) {
      return "";
    }
    return report.shows(results, baselines().directory())
        ? "report: " + shown(report.file())
        : "run cl:report to see more";
  }
}
