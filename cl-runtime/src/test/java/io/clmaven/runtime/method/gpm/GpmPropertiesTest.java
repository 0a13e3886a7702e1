package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.method.Naive;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GpmPropertiesTest {

  @Property(tries = 10)
  void withThresholdZeroItIsNaiveBitForBit(@ForAll long seed) {
    GpmFixture fixture = new GpmFixture(seed, false, Scenario.DOMAIN);
    Learner gpm = fixture.learner(new Gpm(), threshold(0));
    Learner naive = fixture.learner(new Naive(), new Declaration.None());
    for (int task = 0; task < 2; task++) {
      fixture.learn(gpm, task);
      fixture.learn(naive, task);
    }
    assertThat(gpm.parameters()).containsExactly(naive.parameters());
    gpm.network().close();
    naive.network().close();
  }

  @Property(tries = 10)
  void gradientsOfLaterTasksAreOrthogonalToTheBases(@ForAll long seed) {
    GpmFixture fixture = new GpmFixture(seed, false, Scenario.DOMAIN);
    Gpm gpm = new Gpm();
    Learner learner = fixture.learner(gpm, threshold(0.9));
    fixture.learn(learner, 0);
    // a first direction with 0.9 of the energy crosses the threshold and is not kept
    Assume.that(gpm.bases().stream().allMatch(basis -> basis.rank() > 0));
    learner.enter(fixture.tasks().get(1));
    learner.step(0, 1, 2, 3, 4, 5, 6, 7);
    List<Segment> weights = learner.network().layout().weights();
    double norm = Nd4j.createFromArray(learner.gradient()).norm2Number().doubleValue();
    for (int i = 0; i < weights.size(); i++) {
      INDArray m = gpm.bases().get(i).matrix(DataType.FLOAT);
      INDArray overlap = gradient(learner, weights.get(i)).mmul(m);
      assertThat(overlap.norm2Number().doubleValue()).isLessThan(1e-5 * norm);
    }
    learner.network().close();
  }

  private static GpmParameters threshold(double value) {
    return new GpmParameters(List.of(value), 0, 300, List.of());
  }

  private static INDArray gradient(Learner learner, Segment weight) {
    float[] part = Arrays.copyOfRange(learner.gradient(), weight.offset(), weight.end());
    return Nd4j.createFromArray(part).reshape(weight.rows(), weight.columns());
  }
}
