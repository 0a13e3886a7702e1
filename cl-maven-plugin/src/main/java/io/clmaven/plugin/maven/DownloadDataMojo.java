package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.SettingsFiles;
import io.clmaven.plugin.data.DownloadOptions;
import io.clmaven.plugin.data.Downloads;
import io.clmaven.plugin.data.NeededFile;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.sweep.SweepFilter;
import io.clmaven.plugin.train.TrialFilter;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fetches the data files that experiments and sweeps need into the data cache and verifies every
 * one by size and checksum. Needs the network only for files that are not in the cache. Bound to a
 * phase, it fetches for sweeps only where the build runs {@code cl:sweep} or {@code cl.sweeps} is
 * set.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "download-data",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class DownloadDataMojo extends AbstractForkMojo {

  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.download-data.skip", defaultValue = "false")
  private boolean skipDownloadData;

  /**
   * Where files are looked up before their official sources: a URL or a folder below which they lie
   * as {@code mnist/train-images-idx3-ubyte.gz}. Default: none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.data.mirror")
  private String mirror;

  /**
   * Names of the experiments whose data are fetched, separated by commas; {@code *} and {@code ?}
   * are wildcards, as in {@code gpm-*,naive}. Default: all, unless only sweeps are named.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.experiments")
  private List<String> experiments;

  /**
   * Names of the sweeps whose data are fetched, separated by commas; {@code *} and {@code ?} are
   * wildcards. Default: all if the goal is called by name, unless only experiments are named; none
   * where it is bound to a phase of a build that does not run {@code cl:sweep}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.sweeps")
  private List<String> sweeps;

  private final Downloads downloads;

  @Inject
  DownloadDataMojo(ForkTools tools, Downloads downloads) {
    super(tools);
    this.downloads = downloads;
  }

  @Override
  protected boolean skipGoal() {
    return skipDownloadData;
  }

  @Override
  protected boolean needsExperiments() {
    return !RunDecision.hasExperiments(sweepDirectory());
  }

  private Path sweepDirectory() {
    return experimentDirectory.toPath().resolve(SweepPlan.FOLDER);
  }

  @Override
  protected void run() {
    List<NeededFile> files = NeededFile.of(planned());
    downloads.fetch(
        files,
        new DownloadOptions(
            new DataStore(cacheDirectory.toPath()),
            Optional.ofNullable(mirror),
            baseDirectory(),
            session.getRepositorySession(),
            RETRY_DELAY,
            getLog()));
    getLog().info("%d data files are in '%s'.".formatted(files.size(), cacheDirectory));
  }

  private Stream<PlannedExperiment> planned() {
    ForkSettings settings = forkSettings();
    DataDemand demand = demand();
    return Stream.concat(
        demand.isForExperiments() ? experiments(settings) : Stream.empty(),
        demand.isForSweeps() && RunDecision.hasExperiments(sweepDirectory())
            ? pointsOfSweeps(settings)
            : Stream.empty());
  }

  private DataDemand demand() {
    boolean isBound = mojoExecution.getSource() == MojoExecution.Source.LIFECYCLE;
    boolean isSearched = DataDemand.isSearched(session.getGoals(), project, plugin);
    return new DataDemand(
        RunDecision.hasExperiments(experimentDirectory.toPath()),
        experiments != null && !experiments.isEmpty(),
        sweeps != null && !sweeps.isEmpty(),
        isBound,
        isSearched);
  }

  private Stream<PlannedExperiment> experiments(ForkSettings settings) {
    List<String> names = experiments == null ? List.of() : experiments;
    return new TrialFilter(names, List.of()).experiments(plan(settings).experiments()).stream();
  }

  private Stream<PlannedExperiment> pointsOfSweeps(ForkSettings settings) {
    List<String> names = sweeps == null ? List.of() : sweeps;
    List<String> chosen = new SweepFilter(names).choose(SettingsFiles.of(sweepDirectory()).names());
    return tools.planner.planSweeps(settings, planRequest(chosen)).sweeps().stream()
        .flatMap(sweep -> sweep.points().stream())
        .map(PlannedPoint::experiment);
  }
}
