package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What holds for engine {@code onednn} and any model. */
class RandomModelPropertiesTest {

  private static final OutputRange HEAD = new OutputRange(1, 4);

  @Provide
  Arbitrary<ModelSpec> models() {
    return RandomModels.withDropout(0);
  }

  @Provide
  Arbitrary<Mode> modes() {
    return Arbitraries.of(Mode.class);
  }

  private static Network compile(ModelSpec model) {
    return Models.compile(new OnednnEngine(), model, 1);
  }

  /** Leaves models out that have a kink near every batch. */
  private static Probe probe(ModelSpec model, int samples, Mode mode) {
    int enough = RandomModels.samples(model, samples);
    Optional<Probe> probe = Probe.find(compile(model), HEAD, enough, mode);
    Assume.that(probe.isPresent());
    return probe.orElseThrow();
  }

  @Property(tries = 150)
  void logitsAndGradientsAreThoseOfDoublePrecision(
      @ForAll("models") ModelSpec model,
      @ForAll @IntRange(min = 1, max = 5) int samples,
      @ForAll("modes") Mode mode) {
    try (Probe probe = probe(model, samples, mode)) {
      Differences exact = probe.exact();
      assertClose(probe.logits(), Vectors.flat(exact.logits()), 1e-4);
      assertSlopes(probe.gradient(), probe);
      double[] v = Vectors.direction(probe.batch().size() * model.inputSize(), 7);
      double[] gradient = probe.inputGradient();
      assertThat(Vectors.dot(gradient, v))
          .isCloseTo(
              exact.alongInputs(Vectors.rows(v, model.inputSize())),
              within(1e-4 * Vectors.norm(gradient) + 1e-6));
    }
  }

  /** Compares the gradient along a random direction in each segment. */
  private static void assertSlopes(double[] gradient, Probe probe) {
    for (Segment segment : probe.layout().segments()) {
      double[] v = new double[gradient.length];
      double[] random = Vectors.direction(v.length, 3);
      System.arraycopy(random, segment.offset(), v, segment.offset(), segment.length());
      assertThat(Vectors.dot(gradient, v))
          .as("%s of '%s'", segment.kind(), segment.layer())
          .isCloseTo(
              probe.exact().alongParameters(v), within(1e-4 * Vectors.norm(gradient) + 1e-6));
    }
  }

  @Property(tries = 100)
  void hessiansAreSymmetricAndThoseOfDoublePrecision(
      @ForAll("models") ModelSpec model,
      @ForAll @IntRange(min = 1, max = 5) int samples,
      @ForAll("modes") Mode mode) {
    try (Probe probe = probe(model, samples, mode)) {
      int length = probe.layout().length();
      double[] u = Vectors.direction(length, 1);
      double[] v = Vectors.direction(length, 2);
      double[] hu = probe.hessianVectorProduct(u);
      double[] hv = probe.hessianVectorProduct(v);
      double tolerance = 1e-4 * Vectors.norm(hv) + 1e-5;
      assertThat(Vectors.dot(hu, v)).isCloseTo(Vectors.dot(hv, u), within(tolerance));
      assertThat(Vectors.dot(hv, u)).isCloseTo(probe.exact().second(u, v), within(10 * tolerance));
    }
  }

  @Property(tries = 50)
  void hessianVectorProductsAreLinear(
      @ForAll("models") ModelSpec model, @ForAll @IntRange(min = 1, max = 5) int samples) {
    try (Probe probe = probe(model, samples, Mode.TRAIN)) {
      int length = probe.layout().length();
      double[] u = Vectors.direction(length, 1);
      double[] v = Vectors.direction(length, 2);
      double[] sum = new double[length];
      double[] expected = new double[length];
      double[] hu = probe.hessianVectorProduct(u);
      double[] hv = probe.hessianVectorProduct(v);
      for (int i = 0; i < length; i++) {
        sum[i] = 2 * u[i] - 0.5 * v[i];
        expected[i] = 2 * hu[i] - 0.5 * hv[i];
      }
      assertClose(probe.hessianVectorProduct(sum), expected, 1e-4);
    }
  }

  @Property(tries = 100)
  void predictionsAreThoseOfTheEvaluationMode(
      @ForAll("models") ModelSpec model, @ForAll @IntRange(min = 2, max = 5) int samples) {
    Batch batch = Models.batch(model, RandomModels.samples(model, samples), HEAD, 1);
    try (Network network = compile(model)) {
      network.forward(batch, Mode.TRAIN); // moves the running statistics
      double[] expected = network.forward(batch, Mode.EVALUATE).data().asDouble();
      assertClose(network.predict(batch).data().asDouble(), expected, 1e-5);
    }
  }

  @Property(tries = 50)
  void capturesWhatEveryWeightSees(
      @ForAll("models") ModelSpec model, @ForAll @IntRange(min = 1, max = 5) int samples) {
    Batch batch = Models.batch(model, RandomModels.samples(model, samples), HEAD, 1);
    try (Network network = compile(model)) {
      Differences exact = Differences.at(network, batch, Mode.EVALUATE);
      Map<String, double[][]> values = exact.network().values(exact.parameters(), exact.inputs());
      LayerInputs inputs = network.capture(batch, Mode.EVALUATE);
      for (ModelSpec.Node node : model.nodes()) {
        if (model.layout().find(node.name(), Segment.Kind.WEIGHT).isPresent()) {
          double[][] expected = values.get(node.inputs().get(0));
          assertClose(Vectors.of(inputs.of(node.name())), Vectors.flat(expected), 1e-4);
        }
      }
    }
  }

  @Property(tries = 50)
  void projectionsLeaveNothingOfTheSubspace(
      @ForAll("models") ModelSpec model, @ForAll @IntRange(min = 1, max = 5) int samples) {
    Batch batch = Models.batch(model, RandomModels.samples(model, samples), HEAD, 1);
    try (Network network = compile(model)) {
      network.forward(batch, Mode.TRAIN);
      float[] plain = gradient(network, batch);
      for (Segment weight : model.layout().weights()) {
        int d = weight.columns();
        INDArray basis = Models.orthonormal(d, 1 + d / 3, 1);
        network.project(weight, basis);
        network.forward(batch, Mode.TRAIN);
        double[] left = left(gradient(network, batch), weight, basis);
        assertThat(Vectors.norm(left))
            .isLessThan(1e-5 * Vectors.norm(DoubleNetwork.doubles(plain)) + 1e-9);
      }
    }
  }

  /** Returns G M. */
  private static double[] left(float[] gradient, Segment weight, INDArray basis) {
    float[] g = Arrays.copyOfRange(gradient, weight.offset(), weight.end());
    INDArray matrix = Nd4j.createFromArray(g).reshape('c', weight.rows(), weight.columns());
    return matrix.mmul(basis).data().asDouble();
  }

  private static float[] gradient(Network network, Batch batch) {
    network.backward(batch, new SoftmaxCrossEntropy());
    return network.gradient().pull().clone();
  }
}
