package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.trial.ResultFile;
import io.clmaven.runtime.worker.protocol.Diagnosis;
import io.clmaven.runtime.worker.protocol.DoctorRequest;
import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import io.clmaven.runtime.worker.protocol.Listing;
import io.clmaven.runtime.worker.protocol.OutputRequest;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final PrintStream standardError = System.err;
  private TinyProject project;

  @BeforeEach
  void enterProject() throws IOException {
    project = TinyProject.in(folder);
    Thread.currentThread().setContextClassLoader(project.loader());
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leaveProject() {
    Thread.currentThread().setContextClassLoader(loader);
    System.setErr(standardError);
  }

  @Test
  void runsATrial() throws IOException {
    assertThat(run("trial", project.request("\"tiny\"", 2))).isEqualTo(ExitCode.DONE);
    TrialResult result = ResultFile.read(project.trial());
    assertThat(result.experiment()).isEqualTo("tiny");
    assertThat(result.environment().engine()).isEqualTo("onednn");
    assertThat(events.get(0)).isInstanceOf(Event.TrialStarted.class);
    assertThat(events.get(events.size() - 1)).isEqualTo(new Event.Bye());
    assertThat(Files.readAllLines(project.trial().resolve(EventJournal.FILE)))
        .first()
        .asString()
        .contains("\"event\":\"trial-started\"");
  }

  @Test
  void namesTheClassOfTheUserThatThrew() throws IOException {
    assertThat(run("trial", project.request("{\"name\": \"user\", \"mishap\": \"throw\"}", 1)))
        .isEqualTo(ExitCode.USER_CODE);
    assertFailed(
        "Cannot continue trial 'tiny', seed 1: 'com.example.UserMethod' of this project threw"
            + " IllegalStateException: the buffer is empty. The stack trace is in the log of the"
            + " worker.");
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("at com.example.UserMethod.adjustGradient(UserMethod.java:");
  }

  @Test
  void passesOnWhatIsWrongWithData() throws IOException {
    assertThat(run("trial", project.request("{\"name\": \"user\", \"mishap\": \"miss-data\"}", 1)))
        .isEqualTo(ExitCode.DATA);
    assertFailed("Cannot read 'x.gz': it is not there. Fetch it.");
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void refusesAConfigurationThatIsNotValidHere() throws IOException {
    assertThat(run("trial", project.request("\"tinny\"", 1))).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(failure()).startsWith("Cannot run trial 'tiny', seed 1: ").contains("'tinny'");
  }

  @Test
  void listsTheComponentsOfTheProject() throws IOException {
    Path answer = folder.resolve("list/answer.json");
    assertThat(run("list", request(new OutputRequest(answer.toString())))).isEqualTo(ExitCode.DONE);
    Listing listing = Json.mapper().readValue(answer.toFile(), Listing.class);
    assertThat(listing.kinds())
        .filteredOn(kind -> kind.name().equals("methods"))
        .flatExtracting(Listing.Kind::items)
        .extracting(Listing.Item::name)
        .contains("gpm", "tiny", "user");
  }

  @Test
  void diagnosesTheMachine() throws IOException {
    Path answer = folder.resolve("doctor.json");
    DoctorRequest request = new DoctorRequest(null, null, null, answer.toString());
    assertThat(run("doctor", request(request))).isEqualTo(ExitCode.DONE);
    Diagnosis diagnosis = Json.mapper().readValue(answer.toFile(), Diagnosis.class);
    assertThat(diagnosis.findings()).isNotEmpty();
  }

  @Test
  void plansTheExperimentsOfADirectory() throws IOException {
    Path answer = folder.resolve("plan.json");
    Path experiments = Files.createDirectory(folder.resolve("cl"));
    Files.writeString(
        experiments.resolve("points.yaml"),
        "benchmark: tiny\nmodel: tiny\nmethod: tiny\ntraining: {optimizer: tiny}\n");
    PlanRequest request =
        new PlanRequest(
            experiments.toString(),
            folder.toString(),
            List.of(),
            folder.resolve("data").toString(),
            "auto",
            List.of(),
            answer.toString(),
            folder.toString());
    assertThat(run("plan", request(request))).isEqualTo(ExitCode.DONE);
    Plan plan = Json.mapper().readValue(answer.toFile(), Plan.class);
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.experiments()).extracting(PlannedExperiment::name).containsExactly("points");
    JsonNode schema = Json.mapper().readTree(folder.resolve("experiment.schema.json").toFile());
    assertThat(schema.at("/properties/method").toString()).contains("\"user\"", "\"gpm\"");
    JsonNode ofSweeps = Json.mapper().readTree(folder.resolve("sweep.schema.json").toFile());
    assertThat(ofSweeps.at("/properties/overrides/properties/method"))
        .isEqualTo(schema.at("/properties/method"));
  }

  @Test
  void saysWhenTheAnswerCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path answer = file.resolve("answer.json");
    assertThat(run("list", request(new OutputRequest(answer.toString()))))
        .isEqualTo(ExitCode.STORAGE);
    assertThat(failure()).startsWith("Cannot write '" + answer + "': ");
  }

  private String request(Record request) throws IOException {
    Path file = folder.resolve("question.json");
    Json.mapper().writeValue(file.toFile(), request);
    return file.toString();
  }

  @Test
  void refusesACommandItDoesNotKnow() {
    assertThat(run("train", "x.json")).isEqualTo(ExitCode.CONFIGURATION);
    assertFailed(
        "Cannot run 'train x.json': the worker takes a command (plan, plan-sweeps, list, doctor or trial) and a"
            + " file.");
  }

  @Test
  void refusesARequestItCannotRead() {
    String missing = folder.resolve("missing.json").toString();
    assertThat(run("trial", missing)).isEqualTo(ExitCode.CONFIGURATION);
    assertFailed(
        "Cannot read request '"
            + missing
            + "': "
            + missing
            + " (No such file or directory). The build writes this file; run the build again.");
  }

  private ExitCode run(String... args) {
    return new Worker(new Recorder(events)).run(args);
  }

  private void assertFailed(String message) {
    assertThat(failure()).isEqualTo(message);
  }

  private String failure() {
    assertThat(events.get(events.size() - 1)).isEqualTo(new Event.Bye());
    return ((Event.Failed) events.get(events.size() - 2)).message();
  }

  private record Recorder(List<Event> events) implements Channel {
    @Override
    public void send(Event event) {
      events.add(event);
    }

    @Override
    public void close() {}
  }
}
