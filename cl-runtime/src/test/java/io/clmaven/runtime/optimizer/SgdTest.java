package io.clmaven.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Literals follow torch.optim.SGD; all are exact in binary. */
class SgdTest {

  @Test
  void stepsAlongTheGradient() {
    Sgd sgd = sgd(new Sgd.Parameters(0.5, 0, false, 0));
    float[] w = {1, -2};
    step(sgd, w, 2, 1);
    assertThat(w).containsExactly(0, -2.5f);
  }

  @Test
  void addsWeightDecayToTheGradient() {
    Sgd sgd = sgd(new Sgd.Parameters(0.5, 0, false, 0.25));
    float[] w = {4, -8};
    // g = (1 + 0.25 * 4, 1 - 0.25 * 8) = (2, -1)
    step(sgd, w, 1, 1);
    assertThat(w).containsExactly(3, -7.5f);
  }

  @Test
  void momentumStartsWithTheFirstGradient() {
    Sgd sgd = sgd(new Sgd.Parameters(1, 0.5, false, 0));
    float[] w = {0, 0};
    step(sgd, w, 1, 2); // v = (1, 2)
    assertThat(w).containsExactly(-1, -2);
    step(sgd, w, 1, 0); // v = (1.5, 1)
    assertThat(w).containsExactly(-2.5f, -3);
  }

  @Test
  void nesterovLooksOneMomentumAhead() {
    Sgd sgd = sgd(new Sgd.Parameters(1, 0.5, true, 0));
    float[] w = {0, 0};
    step(sgd, w, 1, 2); // v = (1, 2), step g + v / 2 = (1.5, 3)
    assertThat(w).containsExactly(-1.5f, -3);
    step(sgd, w, 1, 0); // v = (1.5, 1), step (1.75, 0.5)
    assertThat(w).containsExactly(-3.25f, -3.5f);
  }

  @Test
  void aTaskStartsWithTheFirstRateAndWithoutMomentum() {
    Sgd sgd = sgd(new Sgd.Parameters(1, 0.5, false, 0));
    float[] w = {0, 0};
    step(sgd, w, 8, 8);
    sgd.learningRate(0.125);
    sgd.beginTask();
    assertThat(sgd.learningRate()).isEqualTo(1);
    w = new float[] {0, 0};
    step(sgd, w, 1, 2);
    assertThat(w).containsExactly(-1, -2);
  }

  @Test
  void goesOnAfterALoadAsIfNothingHadHappened() throws Exception {
    Sgd.Parameters settings = new Sgd.Parameters(0.1, 0.9, true, 0.01);
    Sgd one = sgd(settings);
    float[] w = {0.3f, -0.7f};
    step(one, w, 1, 2);
    one.learningRate(0.05);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(saved)) {
      one.save(out);
    }
    Sgd other = sgd(settings);
    try (StateReader in = new StateReader(new ByteArrayInputStream(saved.toByteArray()))) {
      other.load(in);
    }
    float[] copy = w.clone();
    step(one, w, 3, 4);
    step(other, copy, 3, 4);
    assertThat(copy).containsExactly(w);
  }

  private static void step(Sgd sgd, float[] parameters, float... gradient) {
    FlatVector vector = new FlatVector(Nd4j.createFromArray(parameters));
    sgd.update(vector, new FlatVector(Nd4j.createFromArray(gradient)));
    System.arraycopy(vector.pull(), 0, parameters, 0, parameters.length);
  }

  private static Sgd sgd(Sgd.Parameters settings) {
    Segment weight = new Segment("lin1", Segment.Kind.WEIGHT, List.of(1, 2), 0);
    Sgd sgd = new Sgd();
    sgd.begin(settings, new ParameterLayout(List.of(weight)), new RandomStreams(1));
    return sgd;
  }
}
