package io.clmaven.runtime.method.ewc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.SampleDraw;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Fisher matrices compared with the gradients of single samples, taken one by one. */
class DiagonalFisherTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private static final int INPUTS = 4;
  private static final int SAMPLES = 30; // more than go through the network at once
  private static final OutputRange HEAD = new OutputRange(3, 6);

  @Property(tries = 5)
  void theEmpiricalOneIsTheMeanSquareAtTheTrueClass(@ForAll long seed) {
    Task task = task(seed);
    try (Network network = network(seed)) {
      float[] expected = new float[network.layout().length()];
      for (int i = 0; i < SAMPLES; i++) {
        addSquares(network, NetworkMeasure.batch(task.train(), HEAD, i), 1, expected);
      }
      float[] fisher = new EmpiricalFisher(network, draw()).of(task);
      assertThat(fisher).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
    }
  }

  @Property(tries = 5)
  void theExactOneIsTheExpectedSquareUnderThePredictions(@ForAll long seed) {
    Task task = task(seed);
    try (Network network = network(seed)) {
      float[] expected = new float[network.layout().length()];
      for (int i = 0; i < SAMPLES; i++) {
        Batch sample = NetworkMeasure.batch(task.train(), HEAD, i);
        for (int label = 0; label < HEAD.size(); label++) {
          sample.labels()[0] = label;
          double probability = Math.exp(-new NetworkMeasure(network).loss(sample));
          addSquares(network, sample, probability, expected);
        }
      }
      float[] fisher = new ExactFisher(network, draw()).of(task);
      assertThat(fisher).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
    }
  }

  private static void addSquares(Network network, Batch sample, double weight, float[] sum) {
    network.forward(sample, Mode.EVALUATE);
    network.backward(sample, LOSS);
    float[] gradient = network.gradient().pull();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (weight * gradient[i] * gradient[i] / SAMPLES);
    }
  }

  private static Network network(long seed) {
    return Models.compile(new OnednnEngine(), Models.mlp(INPUTS, true, 5, HEAD.to()), seed);
  }

  private static SampleDraw draw() {
    return new SampleDraw(new RandomStreams(1).stream("samples"), SAMPLES);
  }

  private static Task task(long seed) {
    RandomStream random = new RandomStreams(seed).stream("data");
    float[][] inputs = new float[SAMPLES][INPUTS];
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < INPUTS; j++) {
        inputs[i][j] = random.nextUniform(1);
      }
      labels[i] = random.nextInt(HEAD.size());
    }
    ListExamples examples = new ListExamples(List.of(INPUTS), inputs, labels);
    return new Task(1, "task", HEAD, examples, examples, examples);
  }
}
