package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.worker.doctor.Doctor;
import io.clmaven.runtime.worker.listing.Lister;
import io.clmaven.runtime.worker.protocol.DoctorRequest;
import io.clmaven.runtime.worker.protocol.Listing;
import io.clmaven.runtime.worker.protocol.OutputRequest;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the command that the arguments ask for. */
final class Commands {

  private Commands() {}

  /**
   * Returns the command.
   *
   * @throws RequestException if there is none of that name or its request cannot be read
   */
  static Command of(String[] args, Channel channel) {
    if (args.length != 2) {
      throw new RequestException(FailureTexts.usage(String.join(" ", args)));
    }
    return switch (args[0]) {
      case "plan" -> PlanCommand.ofExperiments(read(args[1], PlanRequest.class));
      case "plan-sweeps" -> PlanCommand.ofSweeps(read(args[1], PlanRequest.class));
      case "list" -> list(read(args[1], OutputRequest.class));
      case "doctor" -> doctor(read(args[1], DoctorRequest.class));
      case "trial" -> new TrialCommand(read(args[1], TrialSpecification.class), channel);
      default -> throw new RequestException(FailureTexts.usage(String.join(" ", args)));
    };
  }

  private static Command list(OutputRequest request) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new AnswerCommand("list", Path.of(request.output()), () -> list(loader));
  }

  private static Listing list(ClassLoader loader) {
    try {
      return new Lister(loader).list();
    } catch (IllegalStateException e) {
      throw new RequestException(e.getMessage());
    }
  }

  private static Command doctor(DoctorRequest request) {
    return new AnswerCommand("doctor", Path.of(request.output()), () -> Doctor.diagnose(request));
  }

  private static <T> T read(String file, Class<T> type) {
    try {
      return Json.mapper().readValue(Path.of(file).toFile(), type);
    } catch (IOException e) {
      throw new RequestException(FailureTexts.unreadableRequest(file, e));
    }
  }
}
