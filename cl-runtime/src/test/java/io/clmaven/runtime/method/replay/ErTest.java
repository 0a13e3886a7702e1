package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ErTest {

  private static final Initialization LAW = new Initialization.UniformFanIn(1);
  private static final ModelSpec MODEL =
      ModelSpec.input(List.of(1, 3, 3))
          .then(
              "conv1", new Layer.Convolution(3, Window.square(2, 1, 0), LAW, Initialization.ABSENT))
          .then("bn1", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
          .then("relu1", new Layer.Relu())
          .then("flatten", new Layer.Flatten())
          .then("head", new Layer.Linear(4, false, LAW))
          .build();
  private static final int[][] BATCHES = {{0, 1, 2, 3}, {4, 5, 6, 7}, {1, 3, 5, 7}};

  @Property(tries = 20)
  void frozenParametersMoveInTheFirstTaskOnly(@ForAll long seed) {
    List<Task> tasks = List.of(task(0, seed), task(1, seed));
    try (Network network = Models.compile(new OnednnEngine(), MODEL, seed)) {
      Learner learner = learner(network, tasks, new ErParameters(6, 0.5, 2, true));
      float[] start = network.parameters().pull().clone();
      learn(learner, tasks.get(0));
      float[] first = network.parameters().pull().clone();
      float[] statistics = network.statistics().values().clone();
      learn(learner, tasks.get(1));
      float[] second = network.parameters().pull().clone();
      for (Segment segment : network.layout().segments()) {
        assertThat(part(first, segment)).isNotEqualTo(part(start, segment));
        if (EnumSet.of(Segment.Kind.SCALE, Segment.Kind.SHIFT).contains(segment.kind())) {
          assertThat(part(second, segment)).containsExactly(part(first, segment));
        } else {
          assertThat(part(second, segment)).isNotEqualTo(part(first, segment));
        }
      }
      assertThat(network.statistics().values()).isNotEqualTo(statistics);
    }
  }

  @Example
  void aLossThatIsNotFiniteEndsTheStepAtOnce() {
    ListExamples bad = new ListExamples(List.of(1, 3, 3), new float[1][9], new int[1]);
    Task task = new Task(0, "bad", new OutputRange(0, 2), bad, bad, bad);
    RecordedDraws draws = new RecordedDraws();
    draws.addSamples(new int[0]); // of the first of three glances
    try (Network network = Models.compile(new OnednnEngine(), MODEL, 1)) {
      Arrays.fill(network.parameters().values(), Float.NaN);
      Er method = new Er(random -> draws);
      Learner learner = begin(network, List.of(task), method, new ErParameters(6, 0.5, 3, false));
      learner.enter(task);
      learner.step(0);
      assertThat(learner.loss()).isNaN();
      assertThat(learner.updates()).isZero();
      draws.assertUsedUp();
    }
  }

  private static void learn(Learner learner, Task task) {
    learner.enter(task);
    for (int[] rows : BATCHES) {
      learner.step(rows);
    }
  }

  private static Learner learner(Network network, List<Task> tasks, ErParameters parameters) {
    return begin(network, tasks, new Er(), parameters);
  }

  private static Learner begin(
      Network network, List<Task> tasks, Er method, ErParameters parameters) {
    method.begin(
        new MethodContext(
            parameters,
            network,
            new ListTasks(tasks, MODEL.outputs()),
            Scenario.TASK,
            1,
            new RandomStreams(1)));
    return new Learner(network, method, new Sgd.Parameters(0.1, 0.9, false, 0));
  }

  private static Task task(int index, long seed) {
    RandomStream random = new RandomStreams(seed).stream("task " + index);
    float[][] inputs = new float[8][9];
    int[] labels = new int[8];
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < inputs[i].length; j++) {
        inputs[i][j] = random.nextUniform(1);
      }
      labels[i] = random.nextInt(2);
    }
    ListExamples examples = new ListExamples(List.of(1, 3, 3), inputs, labels);
    OutputRange outputs = new OutputRange(2 * index, 2 * index + 2);
    return new Task(index, "task " + index, outputs, examples, examples, examples);
  }

  private static float[] part(float[] vector, Segment segment) {
    return Arrays.copyOfRange(vector, segment.offset(), segment.end());
  }
}
