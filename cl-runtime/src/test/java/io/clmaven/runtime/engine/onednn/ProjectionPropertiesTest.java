package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What holds for the projected gradient of any model. */
class ProjectionPropertiesTest {

  private final OnednnEngine engine = new OnednnEngine();

  @Provide
  Arbitrary<ModelSpec> models() {
    Arbitrary<List<Integer>> widths =
        Arbitraries.integers().between(1, 24).list().ofMinSize(2).ofMaxSize(4);
    return Combinators.combine(widths, Arbitraries.of(true, false), Arbitraries.of(0, 0.4))
        .as(ProjectionPropertiesTest::model);
  }

  private static ModelSpec model(List<Integer> widths, boolean bias, Number dropout) {
    ModelBuilder model = ModelSpec.input(List.of(widths.get(0)));
    for (int i = 1; i < widths.size(); i++) {
      model.then("lin" + i, Models.linear(widths.get(i), bias));
      if (i < widths.size() - 1) {
        model.then("relu" + i, new Layer.Relu());
        model.then("drop" + i, new Layer.Dropout(dropout.doubleValue()));
      }
    }
    return model.build();
  }

  @Property(tries = 100)
  void isOrthogonalToTheBasis(
      @ForAll("models") ModelSpec model,
      @ForAll @IntRange(min = 1, max = 40) int samples,
      @ForAll @LongRange(min = 1, max = 1000) long seed) {
    Batch batch = Models.batch(model, samples, seed);
    try (Network network = Models.compile(engine, model, seed);
        Network untouched = Models.compile(engine, model, seed)) {
      for (Segment weight : model.layout().weights()) {
        network.project(weight, basis(weight, seed));
      }
      float[] projected = gradient(network, batch);
      float[] plain = gradient(untouched, batch);
      for (Segment weight : model.layout().weights()) {
        assertThat(overlap(projected, weight, basis(weight, seed)))
            .isLessThanOrEqualTo(1e-5f * norm(plain, weight));
      }
    }
  }

  private static INDArray basis(Segment weight, long seed) {
    int d = weight.columns();
    return Models.orthonormal(d, 1 + (int) (seed % d), seed);
  }

  @Property(tries = 50)
  void isThePlainGradientAgainOnceLifted(
      @ForAll("models") ModelSpec model,
      @ForAll @IntRange(min = 1, max = 40) int samples,
      @ForAll @LongRange(min = 1, max = 1000) long seed) {
    Batch batch = Models.batch(model, samples, seed);
    try (Network network = Models.compile(engine, model, seed);
        Network untouched = Models.compile(engine, model, seed)) {
      for (Segment weight : model.layout().weights()) {
        network.project(weight, Models.orthonormal(weight.columns(), 1, seed));
        network.project(weight, null);
      }
      assertThat(gradient(network, batch)).containsExactly(gradient(untouched, batch));
    }
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, new SoftmaxCrossEntropy());
    return network.gradient().pull().clone();
  }

  private static float norm(float[] gradient, Segment weight) {
    double sum = 0;
    for (int i = weight.offset(); i < weight.end(); i++) {
      sum += gradient[i] * gradient[i];
    }
    return (float) Math.sqrt(sum);
  }

  /** Returns the largest element of |G M|. */
  private static float overlap(float[] gradient, Segment weight, INDArray basis) {
    int d = weight.columns();
    int k = (int) basis.size(1);
    float[] m = basis.data().asFloat();
    double largest = 0;
    for (int row = 0; row < weight.rows(); row++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
          sum += gradient[weight.offset() + row * d + i] * m[i * k + j];
        }
        largest = Math.max(largest, Math.abs(sum));
      }
    }
    return (float) largest;
  }
}
