package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.onednn.ConvolutionForward.Finish;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Chain} in two kernels: the convolution with a ReLU right behind it, and all that
 * follows.
 */
final class ChainForward implements Forward {

  private final Convolution convolution;
  private final ConvolutionForward forward;
  private final Optional<Pointwise> rest;
  private final Matrix output;

  /**
   * Makes the kernels.
   *
   * @param links what follows
   */
  ChainForward(Convolution convolution, List<Link> links) {
    boolean rectified = !links.isEmpty() && links.get(0) instanceof Link.Rectified;
    List<Link> others = links.stream().dropWhile(link -> link instanceof Link.Rectified).toList();
    this.convolution = convolution;
    this.forward = convolution.forward(rectified ? Finish.RELU : Finish.NOTHING);
    this.rest =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(new Pointwise(convolution.cpu(), convolution.shape().output(), others));
    this.output = Matrix.empty(convolution.outputs());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    output.reserve(pass.rows());
    forward.run(pass.rows(), inputs[0], convolution.values(), output);
    if (rest.isPresent()) {
      rest.get().run(pass.rows(), output, inputs);
    }
    return output;
  }

  @Override
  public void close() {
    forward.close();
    rest.ifPresent(Pointwise::close);
    output.close();
  }
}
