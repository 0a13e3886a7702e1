package io.clmaven.plugin.report;

import io.clmaven.plugin.check.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;

/** The report on a number of experiments; the same results give the same bytes. */
public final class Report {

  private final Page page;

  /**
   * Makes a report.
   *
   * @param title name of the project
   * @param subtitle what the report is about
   * @param experiments shown in the order of their names
   * @param sweeps shown behind them, in the order of their names
   */
  public Report(
      String title,
      String subtitle,
      List<ReportedExperiment> experiments,
      List<ReportedSweep> sweeps) {
    List<ReportedExperiment> sorted =
        experiments.stream().sorted(Comparator.comparing(ReportedExperiment::name)).toList();
    List<Page.Section> sections = new ArrayList<>();
    if (!sorted.isEmpty()) {
      sections.add(new OverviewSection(sorted).build());
    }
    sorted.forEach(experiment -> sections.add(new ExperimentSection(experiment).build()));
    sweeps.stream()
        .sorted(Comparator.comparing(ReportedSweep::name))
        .forEach(sweep -> sections.add(new SweepSection(sweep).build()));
    new DefinitionsSection(sorted).build().ifPresent(sections::add);
    this.page = new Page(title, subtitle, Optional.empty(), List.copyOf(sections));
  }

  private Report(Page page) {
    this.page = page;
  }

  /** Returns the same report with a sentence that has to be read first. */
  public Report noting(String notice) {
    return new Report(page.noting(notice));
  }

  Page page() {
    return page;
  }

  /**
   * Writes the report as a page of a Maven site.
   *
   * @param site folder of the site, for style and scripts
   */
  public void writeSite(Sink sink, Path site) {
    new SitePage(page, sink).write(site);
  }

  /** Writes the report as one file that needs nothing else. */
  public void writeStandalone(Path file) {
    WholeFile.write(file, new StandalonePage(page).write());
  }
}
