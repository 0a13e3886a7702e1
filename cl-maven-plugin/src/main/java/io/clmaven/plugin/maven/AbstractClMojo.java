package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.config.RunName;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Template of a goal: decides whether to run, runs, and translates exceptions. */
abstract class AbstractClMojo extends AbstractMojo {

  /** The module. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  protected MavenProject project;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  protected MavenSession session;

  /** This run of the goal. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  protected MojoExecution mojoExecution;

  /**
   * Folder with the experiment files ({@code *.yaml}) and, in {@code baselines}, the committed
   * baselines. Default: {@code src/main/cl}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.experimentDirectory", defaultValue = "${project.basedir}/src/main/cl")
  protected File experimentDirectory;

  /**
   * Folder that receives results; each run has its own folder below it. Default: {@code target/cl}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.resultsDirectory", defaultValue = "${project.build.directory}/cl")
  protected File resultsDirectory;

  /**
   * Name of the run: {@code cl:train}, {@code cl:check} and {@code cl:report} with the same name
   * meet in the same folder of results. Two executions with different experiments in one module
   * need different names, for example {@code quick} and {@code full}. Default: {@code default}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.runId", defaultValue = "default")
  protected String runId;

  /**
   * Skips every goal of this plugin. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.skip", defaultValue = "false")
  protected boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      RunDecision decision = decision();
      decision.log(getLog());
      if (decision.runs()) {
        RunName.check(runId);
        run();
      }
    } catch (ProjectException e) {
      throw new MojoFailureException(e.getMessage());
    } catch (EnvironmentException e) {
      throw complete(e);
    }
  }

  private RunDecision decision() {
    String goal = mojoExecution.getGoal();
    RunDecision decision =
        new RunDecision(goal)
            .skipWhen(skip, "cl.skip")
            .skipWhen(skipGoal(), "cl.%s.skip".formatted(goal));
    addSkipReasons(decision);
    if (decision.runs() && needsExperiments()) {
      Path directory = experimentDirectory.toPath();
      checkDirectory(directory);
      decision.needsExperiments(directory, shown(directory), project.getPackaging());
    }
    return decision;
  }

  /** A module need not have experiments, but a folder that somebody named has to be there. */
  private void checkDirectory(Path directory) {
    Path byDefault = project.getBasedir().toPath().resolve("src/main/cl");
    boolean isChosen = !directory.equals(byDefault) && !"pom".equals(project.getPackaging());
    if (isChosen && !Files.isDirectory(directory)) {
      throw new ProjectException(
          "Cannot use '%s' of cl.experimentDirectory: there is no such folder. Set it to the folder of the experiment files."
              .formatted(shown(directory)));
    }
  }

  /** Maven appends the messages of causes to a message; this one says everything already. */
  private static MojoExecutionException complete(EnvironmentException e) {
    MojoExecutionException failure = new MojoExecutionException(e.getMessage());
    failure.addSuppressed(e);
    return failure;
  }

  /** Returns whether the property {@code cl.<goal>.skip} of this goal is set. */
  protected abstract boolean skipGoal();

  /**
   * Does the work. Beside Maven's exceptions it may throw {@link ProjectException} (a failure) and
   * {@link EnvironmentException} (an execution error).
   */
  protected abstract void run() throws MojoExecutionException, MojoFailureException;

  /** Adds reasons of this goal for not running. */
  void addSkipReasons(RunDecision decision) {}

  /** Returns whether the goal is skipped in a module without experiment files. */
  protected boolean needsExperiments() {
    return true;
  }

  /** Returns a path as it is shown to the user: relative to the module where it lies below it. */
  protected final String shown(Path path) {
    File base = project.getBasedir();
    boolean below = base != null && path.startsWith(base.toPath());
    return (below ? base.toPath().relativize(path) : path).toString();
  }

  /** Returns the folder of this run: {@code <resultsDirectory>/<runId>}. */
  protected final Path runDirectory() {
    return resultsDirectory.toPath().resolve(runId);
  }
}
