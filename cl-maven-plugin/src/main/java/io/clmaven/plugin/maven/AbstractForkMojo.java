package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.BackendOptions;
import io.clmaven.plugin.config.EngineChoice;
import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.plugin.config.UnknownParameters;
import io.clmaven.plugin.fork.ClasspathRequest;
import io.clmaven.plugin.fork.ForkClasspath;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.JavaRuntime;
import io.clmaven.plugin.fork.Platform;
import io.clmaven.plugin.train.Planner;
import io.clmaven.runtime.experiment.plan.Plan;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that starts worker JVMs: what they run and what is on their class path. */
abstract class AbstractForkMojo extends AbstractJvmMojo {

  private static final String WARNED = "io.clmaven.plugin.unknown-parameters";

  /** Dependencies of the plugin, those that the user added included. */
  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  protected List<Artifact> pluginArtifacts;

  /**
   * Engine that runs the models: {@code auto}, {@code onednn} or {@code dl4j}. Default: {@code
   * auto}, which takes oneDNN on a CPU and DL4J on a GPU.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.engine", defaultValue = "auto")
  protected String engine;

  /**
   * ND4J backend where neither the project nor the dependencies of the plugin bring one: {@code
   * native}, {@code cuda}, or Maven coordinates separated by commas, for example {@code
   * org.nd4j:nd4j-native:1.0.0-M2.1,org.nd4j:nd4j-native:jar:linux-x86_64:1.0.0-M2.1}. Default:
   * {@code native}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.backend", defaultValue = "native")
  protected String backend;

  /**
   * Classifier of the backend's native library, for example {@code linux-x86_64-avx512}. Default:
   * the one for the operating system and CPU of this machine.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.backend.classifier")
  protected String backendClassifier;

  /**
   * Which of the project's dependencies workers see: {@code runtime} or {@code test}; with {@code
   * test} also the test classes. Default: {@code runtime}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.classpathScope", defaultValue = "runtime")
  protected String classpathScope;

  /**
   * Folder of the data cache, shared by all projects of a user. Default: {@code
   * ~/.cache/cl-maven-plugin}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "cl.data.cacheDirectory",
      defaultValue = "${user.home}/.cache/cl-maven-plugin")
  protected File cacheDirectory;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  protected PluginDescriptor plugin;

  AbstractForkMojo(ForkTools tools) {
    super(tools);
  }

  /** Returns what all workers of this goal share; resolves their class path. */
  protected final ForkSettings forkSettings() {
    warnOfUnknownParameters();
    EngineChoice.check(engine);
    ForkOptions options = forkOptions();
    JavaRuntime java = java();
    ForkClasspath classPath = tools.classPaths.resolve(classpathRequest());
    ForkSettings settings =
        new ForkSettings(java, classPath, options, Platform.current(), ForkSettings.WORKER);
    settings.details(System.getenv()).forEach(getLog()::debug);
    return settings;
  }

  /** Returns what the experiment files say; fails with all mistakes of all files. */
  protected final Plan plan(ForkSettings settings) {
    return tools.planner.plan(settings, planRequest(List.of()));
  }

  /**
   * Returns what is asked of a planner.
   *
   * @param sweeps names of the sweeps to plan; all if empty
   */
  final Planner.Request planRequest(List<String> sweeps) {
    return new Planner.Request(
        experimentDirectory.toPath(),
        baseDirectory(),
        cacheDirectory.toPath(),
        runDirectory(),
        engine,
        sweeps);
  }

  /** Returns what relative paths in experiment files are relative to. */
  protected final Path baseDirectory() {
    return project.getBasedir().toPath();
  }

  private void warnOfUnknownParameters() {
    List<String> known =
        plugin.getMojos().stream()
            .flatMap(mojo -> mojo.getParameters().stream())
            .map(parameter -> String.valueOf(parameter.getExpression()))
            .filter(expression -> expression.startsWith("${") && expression.endsWith("}"))
            .map(expression -> expression.substring(2, expression.length() - 1))
            .toList();
    boolean isFirst = session.getRepositorySession().getData().set(WARNED, null, WARNED);
    if (isFirst) {
      UnknownParameters.warnings(session.getUserProperties().stringPropertyNames(), known)
          .forEach(getLog()::warn);
    }
  }

  private ClasspathRequest classpathRequest() {
    ProjectClasspath ofProject = ProjectClasspath.of(project, classpathScope);
    return new ClasspathRequest(
        session.getRepositorySession(),
        project.getRemotePluginRepositories(),
        ofProject.folders(),
        ofProject.dependencies(),
        pluginArtifacts.stream().map(RepositoryUtils::toArtifact).toList(),
        new BackendOptions(backend, Optional.ofNullable(backendClassifier)));
  }
}
