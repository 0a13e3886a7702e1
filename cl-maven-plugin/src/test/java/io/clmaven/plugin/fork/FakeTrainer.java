package io.clmaven.plugin.fork;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A worker that trains nothing: its results, its failure, or that it hangs, stand in the
 * configuration.
 */
public final class FakeTrainer {

  /** File in the folder of a trial that waits to be ended. */
  public static final String HANGING = "hanging";

  private FakeTrainer() {}

  public static void main(String[] args) throws IOException {
    TrialSpecification trial =
        Json.mapper().readValue(Path.of(args[1]).toFile(), TrialSpecification.class);
    int port = Integer.parseInt(System.getenv("CL_PORT"));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      say(out, new Event.Hello(System.getenv("CL_TOKEN"), Event.PROTOCOL, "test", 1));
      String failure = failure(trial);
      if (!failure.isEmpty()) {
        ExitCode code = ExitCode.valueOf(failure);
        say(
            out,
            new Event.Failed(code, "Cannot train seed %d: it must fail.".formatted(trial.seed())));
        System.exit(code.code());
      }
      Path folder = Path.of(trial.directory());
      if (trial.configuration().path("hangs").asBoolean()) {
        Files.createFile(folder.resolve(HANGING));
        while (System.in.read() >= 0) {}
        System.exit(ExitCode.PARENT_GONE.code());
      }
      System.out.println("found before training: " + found(folder));
      Json.mapper().writeValue(folder.resolve(TrialResult.FILE).toFile(), result(trial));
      say(out, new Event.Bye());
    }
    System.exit(0);
  }

  /** Returns what of an earlier training a real worker would go on from. */
  private static List<String> found(Path folder) {
    return Stream.of("checkpoint", TrialResult.FILE)
        .filter(name -> Files.exists(folder.resolve(name)))
        .toList();
  }

  private static TrialResult result(TrialSpecification trial) {
    double accuracy = trial.configuration().path("accuracy").asDouble(0.9) + trial.seed() / 100.0;
    return new TrialResult(
        TrialResult.SCHEMA,
        trial.experiment(),
        trial.seed(),
        trial.configuration(),
        List.of("a"),
        new AccuracyMatrix(List.of(List.of(accuracy))),
        Map.of("accuracy", accuracy),
        List.of(),
        new TrialResult.Cost(61, 1, 1, 1),
        new TrialResult.Environment("fake", "none", "17", "os", "cpu", 1, "test"),
        trial.fingerprint(),
        "0",
        0,
        Diagnostics.NONE);
  }

  private static void say(PrintStream out, Event event) throws IOException {
    out.println(Json.mapper().writerFor(Event.class).writeValueAsString(event));
  }

  private static String failure(TrialSpecification trial) {
    JsonNode configuration = trial.configuration();
    boolean diverges = configuration.path("divergesWith").asLong(-1) == trial.seed();
    return diverges ? ExitCode.DIVERGED.name() : configuration.path("failsWith").asText();
  }
}
