package io.clmaven.plugin.maven;

import io.clmaven.plugin.train.Questions;
import io.clmaven.runtime.worker.protocol.Listing;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows what experiment files can name: methods, benchmarks, models, optimizers, data sets,
 * metrics, presets and sweeps, the project's own included; with {@code -Dcl.name=gpm} all
 * parameters of one.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ListMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.list.skip", defaultValue = "false")
  private boolean skipList;

  /**
   * Name of the one thing to show in full, for example {@code gpm}. Default: one line for each.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.name")
  private String name;

  @Inject
  ListMojo(ForkTools tools) {
    super(tools);
  }

  @Override
  protected boolean skipGoal() {
    return skipList;
  }

  @Override
  protected boolean needsExperiments() {
    return false;
  }

  @Override
  protected void run() {
    Listing listing =
        new Questions(tools.workers)
            .ask(forkSettings(), Questions.list(runDirectory()), Listing.class);
    List<String> lines =
        Optional.ofNullable(name)
            .map(one -> ListingText.one(listing, one))
            .orElseGet(() -> ListingText.all(listing));
    lines.forEach(line -> getLog().info(line));
  }
}
