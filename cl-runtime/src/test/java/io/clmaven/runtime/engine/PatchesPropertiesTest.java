package io.clmaven.runtime.engine;

import static io.clmaven.runtime.engine.Vectors.assertClose;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PatchesPropertiesTest {

  private static final int FILTERS = 2;

  /** Padding may be larger than the kernel: windows of nothing but padding. */
  @Provide
  Arbitrary<Window> windows() {
    return Combinators.combine(extents(1, 4), extents(1, 3), extents(0, 5)).as(Window::new);
  }

  private static Arbitrary<Extent> extents(int min, int max) {
    Arbitrary<Integer> sizes = Arbitraries.integers().between(min, max);
    return Combinators.combine(sizes, sizes).as(Extent::new);
  }

  @Property(tries = 100)
  void aConvolutionIsTheProductOfPatchesAndWeights(@ForAll("windows") Window window) {
    ModelSpec model =
        ModelSpec.input(List.of(3, 5, 4))
            .then(
                "conv",
                new Layer.Convolution(
                    FILTERS, window, Initialization.PYTORCH, Initialization.ABSENT))
            .build();
    Batch batch = Models.batch(model, 2, 1);
    double[] weights = Vectors.direction(model.layout().length(), 2);
    double[][] expected =
        new DoubleNetwork(model, Mode.TRAIN).logits(weights, DoubleNetwork.inputs(batch));
    INDArray patches = PatchMatrix.of(batch.inputs(), window);
    INDArray w = Nd4j.createFromArray(weights).reshape('c', FILTERS, weights.length / FILTERS);
    INDArray product = patches.castTo(w.dataType()).mmul(w.transpose()); // [N * places, FILTERS]
    INDArray channelsFirst =
        product.dup('c').reshape('c', 2, -1, FILTERS).permute(0, 2, 1).dup('c');
    assertClose(channelsFirst.data().asDouble(), Vectors.flat(expected), 1e-6);
  }
}
