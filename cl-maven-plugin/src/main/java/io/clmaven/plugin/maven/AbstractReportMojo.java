package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * A goal that writes a report. Called as a goal it writes one standalone file, which needs no skin;
 * called by {@code mvn site} it also writes a page of the site.
 */
abstract class AbstractReportMojo extends AbstractClMojo implements MavenMultiPageReport {

  /** Folder of the site, where the report is called by {@code mvn site}. */
  @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
  private File siteDirectory;

  /** Returns where the standalone report of a run is. */
  static Path standalone(Path runDirectory) {
    return runDirectory.resolve("report").resolve("index.html");
  }

  /** Returns the report, or nothing where there is nothing to report. */
  abstract Optional<Report> report();

  /** Returns what the user has to know before reading the report, if there is something. */
  Optional<String> warning() {
    return Optional.empty();
  }

  /** Returns where the standalone file goes. */
  abstract Path file();

  /** Returns the first part of the name of the page in the site. */
  abstract String pageName();

  @Override
  protected final void run() {
    Optional<Report> report = report();
    if (report.isEmpty()) {
      getLog().info(nothingToReport());
      return;
    }
    write(report.get());
  }

  /** Writes the standalone file and returns what it shows. */
  private Report write(Report report) {
    Optional<String> warning = warning();
    warning.ifPresent(getLog()::warn);
    Report noted = warning.map(report::noting).orElse(report);
    noted.writeStandalone(file());
    getLog().info("Report: %s".formatted(file()));
    return noted;
  }

  private String nothingToReport() {
    return "Skipping cl:%s: there are no results in '%s'. Run cl:train first."
        .formatted(mojoExecution.getGoal(), shown(runDirectory()));
  }

  @Override
  public final boolean canGenerateReport() throws MavenReportException {
    if (skip || skipGoal()) {
      return false;
    }
    boolean hasResults = reportForSite().isPresent();
    if (!hasResults) {
      getLog().info(nothingToReport());
    }
    return hasResults;
  }

  @Override
  public final void generate(Sink sink, SinkFactory sinks, Locale locale)
      throws MavenReportException {
    Report report = write(reportForSite().orElseThrow());
    report.writeSite(sink, getReportOutputDirectory().toPath());
    sink.close();
  }

  private Optional<Report> reportForSite() throws MavenReportException {
    try {
      return report();
    } catch (ProjectException | EnvironmentException e) {
      throw new MavenReportException(e.getMessage(), e);
    }
  }

  @Deprecated
  @Override
  public final void generate(Sink sink, Locale locale) throws MavenReportException {
    generate(sink, null, locale);
  }

  @Override
  public final String getOutputPath() {
    return "default".equals(runId) ? pageName() : pageName() + "-" + runId;
  }

  @Deprecated
  @Override
  public final String getOutputName() {
    return getOutputPath();
  }

  @Override
  public final String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public final void setReportOutputDirectory(File directory) {
    siteDirectory = directory;
  }

  @Override
  public final File getReportOutputDirectory() {
    return siteDirectory;
  }

  @Override
  public final boolean isExternalReport() {
    return false;
  }

  @Override
  protected final boolean needsExperiments() {
    return false;
  }
}
