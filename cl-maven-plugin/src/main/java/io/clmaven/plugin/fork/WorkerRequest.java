package io.clmaven.plugin.fork;

import java.nio.file.Path;

/**
 * One run of a worker.
 *
 * @param title what it does, for messages: {@code train seed 2 of 'gpm-pmnist'}
 * @param command command of the worker
 * @param request JSON file with what it needs
 * @param folder where argument file, output and crash reports go
 */
public record WorkerRequest(String title, String command, Path request, Path folder) {

  /** Returns the file with everything that the worker printed. */
  public Path output() {
    return folder.resolve("output.log");
  }
}
