package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.plugin.config.MemorySize;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line and environment of a worker. */
final class WorkerCommand {

  /** Room for the JVM itself beside heap and tensors. */
  private static final MemorySize MARGIN = new MemorySize(1L << 30);

  private final ForkSettings settings;
  private final WorkerRequest request;

  WorkerCommand(ForkSettings settings, WorkerRequest request) {
    this.settings = settings;
    this.request = request;
  }

  /** Writes the argument file and {@code command.txt}; returns the command to start. */
  List<String> prepare() {
    Path folder = request.folder();
    List<String> arguments = arguments();
    String file = ArgumentFile.write(folder.resolve("arguments.txt"), arguments);
    List<String> command = List.of(settings.java().executable().toString(), file);
    Path shown = folder.resolve("command.txt");
    try {
      Files.writeString(
          shown,
          settings.java().executable() + "\n" + ArgumentFile.text(arguments),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ForkMessages.cannotWrite(shown, e);
    }
    return command;
  }

  private List<String> arguments() {
    ForkOptions options = settings.options();
    MemorySize offHeap = options.maxOffHeap();
    MemorySize physical = options.maxHeap().plus(offHeap).plus(MARGIN);
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx" + options.maxHeap());
    arguments.add("-Dorg.bytedeco.javacpp.maxbytes=" + offHeap);
    arguments.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + physical);
    arguments.add("-Dfile.encoding=UTF-8");
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-XX:ErrorFile=" + request.folder().resolve("hs_err_pid%p.log"));
    arguments.addAll(LoggingBinding.jvmArguments());
    arguments.addAll(options.jvmArgs());
    arguments.add("-cp");
    arguments.add(
        settings.classPath().files().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(settings.mainClass());
    arguments.add(request.command());
    arguments.add(request.request().toString());
    return arguments;
  }

  /** Sets variables; {@code MAVEN_OPTS} is not for the worker, a chosen kernel type stays. */
  void fill(Map<String, String> environment, int port, String token) {
    String threads = Integer.toString(settings.options().threads());
    environment.remove("MAVEN_OPTS");
    environment.put("CL_PORT", Integer.toString(port));
    environment.put("CL_TOKEN", token);
    environment.put("CL_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    environment.put("OMP_NUM_THREADS", threads);
    environment.put("OPENBLAS_NUM_THREADS", threads);
    if (settings.platform().hasAvx512()) {
      environment.putIfAbsent("OPENBLAS_CORETYPE", "SKYLAKEX");
    }
  }
}
