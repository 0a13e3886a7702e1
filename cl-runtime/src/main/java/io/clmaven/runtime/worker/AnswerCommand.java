package io.clmaven.runtime.worker;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.trial.StorageException;
import io.clmaven.runtime.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Finds something out and writes the answer as JSON to a file. */
final class AnswerCommand implements Command {

  private final String name;
  private final Path output;
  private final Supplier<?> answer;

  AnswerCommand(String name, Path output, Supplier<?> answer) {
    this.name = name;
    this.output = output;
    this.answer = answer;
  }

  @Override
  public String subject() {
    return "command '" + name + "'";
  }

  @Override
  public void run() {
    write(output, answer.get());
  }

  static void write(Path output, Object answer) {
    ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
    try {
      AtomicFile.write(output, out -> out.write(writer.writeValueAsBytes(answer)));
    } catch (IOException e) {
      throw StorageException.writing(output, e);
    }
  }
}
