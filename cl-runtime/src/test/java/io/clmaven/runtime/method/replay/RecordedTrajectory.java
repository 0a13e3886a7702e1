package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;

/** A whole training of a method of the FS-DGPM family, with recorded decisions. */
public final class RecordedTrajectory {

  private final JsonNode file;
  private final TrajectoryModel model;
  private final TaskStream tasks;

  /** Reads a file. */
  public RecordedTrajectory(JsonNode file) {
    this.file = file;
    this.model = TrajectoryModel.of(file);
    this.tasks = TrajectoryTasks.of(file);
  }

  /** Returns the decisions that the file recorded. */
  public RecordedDraws draws() {
    RecordedDraws draws = new RecordedDraws();
    for (JsonNode task : list(field(file, "expected"))) {
      for (JsonNode glance : list(field(task, "steps"))) {
        if (!field(glance, "sample_permutation").isNull()) {
          draws.addOrder(ints(glance.get("sample_permutation")));
        }
        draws.addSamples(ints(field(glance, "memory_indices")));
      }
      for (JsonNode draw : list(field(task, "reservoir_draws_age_p"))) {
        draws.addSlot(draw.get(0).intValue(), draw.get(1).intValue());
      }
      if (task.has("basis")) {
        draws.addMemory(ints(field(task.get("basis"), "buffer_indices_used")));
      }
    }
    return draws;
  }

  /** Learns all tasks and compares every update and every evaluation. */
  public void replay(
      String engine, WholeStepMethod method, Record parameters, Expectation expectation) {
    try (Network network = Models.compile(Engines.installed().choose(engine), model.model(), 1)) {
      model.start(network);
      method.begin(
          new MethodContext(
              parameters, network, tasks, TrajectoryTasks.scenario(file), new RandomStreams(1)));
      TrajectoryLearner learner = new TrajectoryLearner(network, method, sgd());
      List<JsonNode> expected = list(field(file, "expected"));
      for (int i = 0; i < expected.size(); i++) {
        learner.enter(tasks.task(i));
        new RecordedTask(file, expected.get(i), model, expectation).replay(learner, tasks);
        method.afterTask(tasks.task(i));
        expectation.task("task %d, ".formatted(i), expected.get(i));
      }
    }
  }

  private Sgd.Parameters sgd() {
    JsonNode config = field(file, "config");
    return new Sgd.Parameters(
        field(config, "lr").doubleValue(), field(config, "momentum").doubleValue(), false, 0);
  }
}
