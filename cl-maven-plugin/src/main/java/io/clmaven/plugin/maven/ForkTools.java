package io.clmaven.plugin.maven;

import io.clmaven.plugin.fork.ClasspathResolver;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.plugin.train.Planner;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.toolchain.ToolchainManager;

/** What every goal that starts workers needs. */
@Named
@Singleton
final class ForkTools {

  final ClasspathResolver classPaths;
  final Workers workers;
  final Planner planner;
  final ToolchainManager toolchains;

  @Inject
  ForkTools(
      ClasspathResolver classPaths, Workers workers, Planner planner, ToolchainManager toolchains) {
    this.classPaths = classPaths;
    this.workers = workers;
    this.planner = planner;
    this.toolchains = toolchains;
  }
}
