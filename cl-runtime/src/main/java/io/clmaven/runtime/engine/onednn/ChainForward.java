package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.List;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A {@link Chain} in one kernel, which has the values in registers from end to end. */
final class ChainForward implements Forward {

  private record Compiled(Kernel kernel, PackedWeights weights, int[] first)
      implements AutoCloseable {
    @Override
    public void close() {
      kernel.close();
      weights.close();
    }
  }

  private final Convolution convolution;
  private final List<Link> links;
  private final Matrix output;
  private final PerBatchSize<Compiled> compiled = new PerBatchSize<>(this::compile);

  ChainForward(Convolution convolution, List<Link> links) {
    this.convolution = convolution;
    this.links = links;
    this.output = Matrix.empty(convolution.outputs());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    output.reserve(pass.rows());
    Compiled now = compiled.of(pass.rows());
    Filters filters = convolution.values();
    if (convolution.shape().hasBias()) {
      now.kernel().at(DNNL_ARG_BIAS, filters.bias().data());
    }
    for (int i = 0; i < links.size(); i++) {
      links.get(i).supply(now.kernel(), now.first()[i], inputs);
    }
    now.kernel()
        .at(DNNL_ARG_SRC, inputs[0].data())
        .at(DNNL_ARG_WEIGHTS, now.weights().pack(filters.weight()))
        .at(DNNL_ARG_DST, output.data())
        .run();
    return output;
  }

  private Compiled compile(int rows) {
    ConvolutionShape shape = convolution.shape();
    Cpu cpu = convolution.cpu();
    try (primitive_attr attributes = new primitive_attr();
        post_ops operations = new post_ops()) {
      int[] first = append(operations, rows);
      attributes.set_post_ops(operations); // copies them
      try (convolution_forward.primitive_desc description = shape.forward(cpu, rows, attributes)) {
        PackedWeights weights =
            new PackedWeights(cpu, shape.publicWeights(), description.weights_desc());
        Kernel kernel =
            new Kernel(cpu, new convolution_forward(description))
                .takes(DNNL_ARG_SRC, shape.inputs(rows))
                .takes(DNNL_ARG_WEIGHTS, weights.layout())
                .takes(DNNL_ARG_DST, shape.outputs(rows));
        if (shape.hasBias()) {
          kernel.takes(DNNL_ARG_BIAS, shape.bias());
        }
        for (int i = 0; i < first.length; i++) {
          links.get(i).declare(kernel, first[i], rows);
        }
        return new Compiled(kernel, weights, first);
      }
    }
  }

  private int[] append(post_ops operations, int rows) {
    int[] first = new int[links.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = operations.len();
      links.get(i).append(operations, rows);
    }
    return first;
  }

  @Override
  public void close() {
    compiled.close();
    output.close();
    links.forEach(Link::close);
  }
}
