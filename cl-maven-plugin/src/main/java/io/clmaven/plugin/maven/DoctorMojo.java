package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.train.Questions;
import io.clmaven.runtime.worker.protocol.Diagnosis;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.Diagnosis.Level;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.rtinfo.RuntimeInformation;

/**
 * Prints what matters for training on this machine: Maven, Java, CPU, backend, engine, memory,
 * disk, caches and versions, and what is wrong with them. Also runs outside a project.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "doctor",
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class DoctorMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.doctor.skip", defaultValue = "false")
  private boolean skipDoctor;

  /**
   * Fails if something is wrong. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.doctor.failOnError", defaultValue = "false")
  private boolean failOnError;

  private final RuntimeInformation maven;

  @Inject
  DoctorMojo(ForkTools tools, RuntimeInformation maven) {
    super(tools);
    this.maven = maven;
  }

  @Override
  protected boolean skipGoal() {
    return skipDoctor;
  }

  @Override
  protected boolean needsExperiments() {
    return false;
  }

  @Override
  protected void run() throws MojoFailureException {
    List<Finding> findings =
        new ArrayList<>(new BuildDiagnosis(project, maven.getMavenVersion()).findings());
    findings.addAll(workerFindings());
    int width = findings.stream().mapToInt(finding -> finding.topic().length()).max().orElse(1);
    findings.forEach(finding -> print(finding, width));
    long errors = findings.stream().filter(finding -> finding.level() == Level.ERROR).count();
    if (failOnError && errors > 0) {
      throw new MojoFailureException(
          "Cannot train here: cl:doctor found %d errors, see above. Repair them and run it again."
              .formatted(errors));
    }
  }

  private List<Finding> workerFindings() {
    try {
      ForkSettings settings = forkSettings();
      List<Finding> findings = new ArrayList<>();
      findings.add(
          new Finding(
              "worker Java",
              "%d at %s (%s)"
                  .formatted(
                      settings.java().version(),
                      settings.java().executable(),
                      settings.java().origin()),
              Level.OK));
      findings.add(new Finding("ND4J backend", settings.classPath().backend(), Level.OK));
      Diagnosis diagnosis = new Questions(tools.workers).ask(settings, question(), Diagnosis.class);
      findings.addAll(diagnosis.findings());
      return findings;
    } catch (ProjectException | EnvironmentException e) {
      return BuildDiagnosis.withoutWorker(e.getMessage(), cacheDirectory.toPath());
    }
  }

  private Questions.Question question() {
    Path cache = cacheDirectory.toPath();
    return project.getFile() == null
        ? Questions.doctor(temporaryFolder(), cache, Optional.empty(), engine)
        : Questions.doctor(runDirectory(), cache, Optional.of(resultsDirectory.toPath()), engine);
  }

  /** Outside a project nothing is left behind in the current folder. */
  private static Path temporaryFolder() {
    try {
      File temporary = Files.createTempDirectory("cl-doctor").toFile();
      temporary.deleteOnExit();
      return temporary.toPath();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  private void print(Finding finding, int width) {
    String line = ("%-" + width + "s  %s").formatted(finding.topic(), finding.text());
    switch (finding.level()) {
      case OK -> getLog().info(line);
      case WARN -> getLog().warn(line);
      case ERROR -> getLog().error(line);
    }
  }
}
