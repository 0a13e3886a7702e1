package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.fork.WorkerRequest;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.runtime.worker.protocol.DoctorRequest;
import io.clmaven.runtime.worker.protocol.OutputRequest;
import java.nio.file.Path;
import java.util.Optional;

/** Questions to a worker that need nothing but a file for the answer. */
public final class Questions {

  private final Workers workers;

  /** Makes questions to such workers. */
  public Questions(Workers workers) {
    this.workers = workers;
  }

  /**
   * A question.
   *
   * @param title what is asked, for messages
   * @param command command of the worker
   * @param folder where question, answer and logs go
   * @param request what the worker reads
   */
  public record Question(String title, String command, Path folder, Record request) {}

  /** Returns the question what experiment files can name. */
  public static Question list(Path runDirectory) {
    Path folder = WorkerFolder.of(runDirectory, "list");
    OutputRequest request = new OutputRequest(answer(folder).toString());
    return new Question("list what there is", "list", folder, request);
  }

  /**
   * Returns the question what the worker sees of the machine.
   *
   * @param runDirectory where question and answer go
   * @param dataDirectory root of the data cache
   * @param results where results go, if there is a project
   * @param engine engine that experiments would use
   */
  public static Question doctor(
      Path runDirectory, Path dataDirectory, Optional<Path> results, String engine) {
    Path folder = WorkerFolder.of(runDirectory, "doctor");
    DoctorRequest request =
        new DoctorRequest(
            dataDirectory.toString(),
            results.map(Path::toString).orElse(null),
            engine,
            answer(folder).toString());
    return new Question("examine the machine", "doctor", folder, request);
  }

  /** Asks and returns the answer. */
  public <T> T ask(ForkSettings settings, Question question, Class<T> type) {
    ProcessLock lock = WorkerFolder.lock(question.folder());
    try {
      return askAlone(settings, question, type);
    } finally {
      lock.close();
    }
  }

  private <T> T askAlone(ForkSettings settings, Question question, Class<T> type) {
    Path request = JsonFiles.write(question.folder().resolve("request.json"), question.request());
    try {
      workers.run(
          settings,
          new WorkerRequest(question.title(), question.command(), request, question.folder()),
          event -> {});
    } catch (WorkerFailedException e) {
      throw e.forGoal();
    }
    return JsonFiles.read(answer(question.folder()), type);
  }

  private static Path answer(Path folder) {
    return folder.resolve("answer.json");
  }
}
