package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.fork.WorkerRequest;
import io.clmaven.plugin.fork.Workers;
import java.nio.file.Path;
import java.util.Map;

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
   */
  public record Question(String title, String command, Path folder) {}

  /** Returns the question what experiment files can name. */
  public static Question list(Path runDirectory) {
    return new Question("list what there is", "list", WorkerFolder.of(runDirectory, "list"));
  }

  /** Returns the question what the worker sees of the machine. */
  public static Question doctor(Path runDirectory) {
    return new Question("examine the machine", "doctor", WorkerFolder.of(runDirectory, "doctor"));
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
    Path answer = question.folder().resolve("answer.json");
    Path request =
        JsonFiles.write(
            question.folder().resolve("request.json"), Map.of("output", answer.toString()));
    try {
      workers.run(
          settings,
          new WorkerRequest(question.title(), question.command(), request, question.folder()),
          event -> {});
    } catch (WorkerFailedException e) {
      throw e.forGoal();
    }
    return JsonFiles.read(answer, type);
  }
}
