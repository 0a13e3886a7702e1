package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.Durations;
import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.plugin.config.MemorySize;
import io.clmaven.plugin.fork.JavaRuntime;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.Toolchain;

/** A goal that starts JVMs: which Java, and with what limits. */
abstract class AbstractJvmMojo extends AbstractClMojo {

  /**
   * Java home or {@code java} command of the workers, Java 17 or newer. A jdk toolchain goes before
   * it. Default: the Java that runs Maven.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.jvm")
  protected File jvm;

  /**
   * Further JVM arguments of the workers, for example {@code <jvmArg>-Xlog:gc</jvmArg>}. Default:
   * none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.jvmArgs")
  protected List<String> jvmArgs;

  /**
   * Limit of a worker's Java heap, a number with k, m or g. Default: {@code 2g}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.maxHeap", defaultValue = "2g")
  protected String maxHeap;

  /**
   * Limit of the native memory that holds a worker's tensors, a number with k, m or g. Default:
   * {@code 4g}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.maxOffHeap", defaultValue = "4g")
  protected String maxOffHeap;

  /**
   * Threads of the numeric kernels of one trial. With more than one, results can differ in the last
   * bits from run to run; several trials side by side ({@code cl.parallel}) are faster. Default:
   * {@code 1}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.threads", defaultValue = "1")
  protected int threads;

  /**
   * Longest time one worker may take, for example {@code 30m} or {@code 2h}. Default: no limit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.timeout")
  protected String timeout;

  /**
   * Longest time without a sign of life of a worker before it is stopped, for example {@code 300s}.
   * Default: {@code 120s}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.heartbeatTimeout", defaultValue = "120s")
  protected String heartbeatTimeout;

  /**
   * Working directory of the workers. Default: the folder of the module.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.fork.workingDirectory", defaultValue = "${basedir}")
  protected File workingDirectory;

  protected final ForkTools tools;

  AbstractJvmMojo(ForkTools tools) {
    this.tools = tools;
  }

  /** Returns the Java of the workers. */
  final JavaRuntime java() {
    return JavaRuntime.choose(toolchainJava(), Optional.ofNullable(jvm).map(File::toPath));
  }

  /** Returns the limits and arguments of the workers. */
  final ForkOptions forkOptions() {
    File directory = workingDirectory == null ? new File("").getAbsoluteFile() : workingDirectory;
    return new ForkOptions(
        MemorySize.parse(maxHeap, "cl.fork.maxHeap"),
        MemorySize.parse(maxOffHeap, "cl.fork.maxOffHeap"),
        threads,
        jvmArgs == null ? List.of() : jvmArgs,
        Optional.ofNullable(timeout).map(text -> Durations.parse(text, "cl.fork.timeout")),
        Durations.parse(heartbeatTimeout, "cl.fork.heartbeatTimeout"),
        directory.toPath());
  }

  private Optional<Path> toolchainJava() {
    Toolchain toolchain = tools.toolchains.getToolchainFromBuildContext("jdk", session);
    return Optional.ofNullable(toolchain).map(t -> t.findTool("java")).map(Path::of);
  }
}
