package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import java.util.stream.IntStream;

/** A small network and small tasks. */
final class GpmFixture {

  static final int INPUTS = 12;
  static final int CLASSES = 3;
  static final int SAMPLES = 24;
  static final int BATCH = 8;

  private final long seed;
  private final boolean bias;
  private final Scenario scenario;

  GpmFixture(long seed, boolean bias, Scenario scenario) {
    this.seed = seed;
    this.bias = bias;
    this.scenario = scenario;
  }

  ModelSpec model() {
    int heads = scenario == Scenario.TASK ? 2 : 1;
    return Models.mlp(INPUTS, bias, 9, 7, heads * CLASSES);
  }

  List<Task> tasks() {
    RandomStream random = new RandomStreams(seed).stream("data");
    return IntStream.range(0, 2).mapToObj(index -> task(index, random)).toList();
  }

  private Task task(int index, RandomStream random) {
    float[][] inputs = new float[SAMPLES][INPUTS];
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < INPUTS; j++) {
        inputs[i][j] = random.nextUniform(1);
      }
      labels[i] = random.nextInt(CLASSES);
    }
    ListExamples examples = new ListExamples(List.of(INPUTS), inputs, labels);
    int first = scenario == Scenario.TASK ? index * CLASSES : 0;
    OutputRange outputs = new OutputRange(first, first + CLASSES);
    return new Task(index, "task " + index, outputs, examples, examples, examples);
  }

  /** Returns a learner at the start of the first task. */
  Learner learner(ContinualMethod method, Record parameters) {
    Learner learner =
        new Learner(
            Models.compile(new OnednnEngine(), model(), seed),
            method,
            new Sgd.Parameters(0.1, 0, false, 0));
    ListTasks stream = new ListTasks(tasks(), model().outputs());
    learner.begin(parameters, stream, scenario, new RandomStreams(seed));
    return learner;
  }

  /** Learns a task in order, three epochs. */
  void learn(Learner learner, int task) {
    learner.enter(tasks().get(task));
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int from = 0; from < SAMPLES; from += BATCH) {
        learner.step(IntStream.range(from, from + BATCH).toArray());
      }
    }
    learner.leave();
  }
}
