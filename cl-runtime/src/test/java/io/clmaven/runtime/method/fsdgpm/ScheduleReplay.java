package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.trial.PatienceSchedule;
import io.clmaven.runtime.experiment.trial.PatienceSchedule.Outcome;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Learning rate, eta1 and eta2 of each epoch from given validation losses. */
public final class ScheduleReplay {

  private static final double DIGITS = 1e-8; // the file holds nine
  private static final ModelSpec MODEL = Models.mlp(3, false, 2);

  private final JsonNode config;
  private final JsonNode losses;
  private final List<JsonNode> expected;

  private ScheduleReplay(JsonNode file) {
    this.config = field(file, "config");
    this.losses = field(file, "valid_loss_per_epoch");
    this.expected = list(field(file, "expected"));
  }

  /** Kind {@code fsdgpm-schedule}: one case for all tasks, which one method goes through. */
  public static Stream<DynamicTest> tasks(JsonNode file) {
    return Stream.of(DynamicTest.dynamicTest("tasks", new ScheduleReplay(file)::run));
  }

  private void run() {
    FsDgpm method = new FsDgpm();
    List<Task> tasks = IntStream.range(0, expected.size()).mapToObj(ScheduleReplay::task).toList();
    assertThat(tasks).isNotEmpty();
    try (Network network = Models.compile(Engines.installed().choose("onednn"), MODEL, 1)) {
      method.begin(
          new MethodContext(
              new Tuning().withSteps(number("eta1"), number("eta2")).build(),
              network,
              new GivenTasks(tasks, MODEL.outputs()),
              Scenario.DOMAIN,
              1,
              new RandomStreams(1)),
          new RecordedDraws());
      for (JsonNode facts : expected) {
        int index = field(facts, "task").intValue();
        method.beforeTask(tasks.get(index));
        task(method, doubles(losses.get(index)), facts);
        method.projection().memory().set(List.of(Basis.empty(3)));
      }
    }
  }

  private static Task task(int index) {
    NoExamples none = NoExamples.AT_ALL;
    return new Task(index, "task " + index, new OutputRange(0, MODEL.outputs()), none, none, none);
  }

  private double number(String name) {
    return field(config, name).doubleValue();
  }

  private void task(FsDgpm method, double[] validation, JsonNode facts) {
    Training.Schedule limits =
        new Training.Schedule(
            field(config, "lr_patience").intValue(), number("lr_factor"), number("lr_min"), true);
    PatienceSchedule schedule = new PatienceSchedule(limits, number("lr"));
    List<JsonNode> epochs = list(field(facts, "per_epoch"));
    int restored = 0;
    int run = 0;
    Outcome outcome = Outcome.UNCHANGED;
    while (run < field(config, "n_epochs").intValue() && outcome != Outcome.STOP) {
      compare(method, schedule.rate(), epochs.get(run));
      outcome = schedule.afterEpoch(validation[run]);
      run++;
      restored = outcome == Outcome.IMPROVED ? run : restored;
      if (outcome == Outcome.DECAYED) {
        method.rateDecayed(limits.factor());
      }
    }
    assertThat(run).isEqualTo(field(facts, "epochs_run").intValue()).isEqualTo(epochs.size());
    assertThat(restored).isEqualTo(field(facts, "restored").intValue());
  }

  private static void compare(FsDgpm method, double rate, JsonNode facts) {
    assertRate("lr", rate, field(facts, "lr").doubleValue());
    assertRate("eta1", method.eta1(), field(facts, "eta1").doubleValue());
    if (field(facts, "eta2").isNull()) {
      assertThat(method.projection().memory().isEmpty()).isTrue();
    } else {
      LearnedWeights weights = (LearnedWeights) method.projection().weights();
      assertRate("eta2", weights.eta2(), facts.get("eta2").doubleValue());
    }
  }

  private static void assertRate(String what, double actual, double expected) {
    assertWithin(what, actual, expected, DIGITS * expected);
  }
}
