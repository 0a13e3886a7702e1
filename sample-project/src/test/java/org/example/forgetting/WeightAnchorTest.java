package org.example.forgetting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WeightAnchorTest {

  @Test
  void leavesTheFirstTaskAlone() {
    WeightAnchor method = begun(0.5);
    Step step = new Step(0, new float[] {1, 2}, new float[] {0.1f, 0.2f});

    method.adjustGradient(step);
    method.adjustGradient(step.at(5, 5));

    assertArrayEquals(new float[] {0.1f, 0.2f}, step.gradient());
  }

  @Test
  void pullsTowardsTheParametersThatATaskBeganWith() {
    WeightAnchor method = begun(0.5);
    method.adjustGradient(new Step(1, new float[] {1, 2}, new float[2]));
    Step step = new Step(1, new float[] {3, 1}, new float[] {10, 10});

    method.adjustGradient(step);

    // 10 + 0.5 * (3 - 1) and 10 + 0.5 * (1 - 2)
    assertArrayEquals(new float[] {11, 9.5f}, step.gradient());
  }

  @Test
  void goesOnFromACheckpointAsIfNothingHadHappened() throws IOException {
    WeightAnchor before = begun(0.5);
    before.adjustGradient(new Step(1, new float[] {1, 2}, new float[2]));
    ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
    before.save(new StateWriter(checkpoint));

    WeightAnchor after = begun(0.5);
    after.load(new StateReader(new ByteArrayInputStream(checkpoint.toByteArray())));
    Step step = new Step(1, new float[] {3, 1}, new float[2]);
    after.adjustGradient(step);

    assertArrayEquals(new float[] {1, -0.5f}, step.gradient());
  }

  private static WeightAnchor begun(double strength) {
    WeightAnchor method = new WeightAnchor();
    WeightAnchor.Parameters parameters = new WeightAnchor.Parameters(strength);
    method.begin(
        new MethodContext(parameters, null, null, Scenario.DOMAIN, 10, new RandomStreams(1)));
    return method;
  }

  private record Step(Task task, float[] parameters, float[] gradient) implements StepContext {

    Step(int task, float[] parameters, float[] gradient) {
      this(
          new Task(task, "task", new OutputRange(0, 10), null, null, null), parameters, gradient);
    }

    Step at(float... elsewhere) {
      return new Step(task, elsewhere, gradient);
    }

    @Override
    public Network network() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Batch batch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public double loss() {
      return 0;
    }

    @Override
    public int epoch() {
      return 0;
    }

    @Override
    public long step() {
      return 0;
    }
  }
}
