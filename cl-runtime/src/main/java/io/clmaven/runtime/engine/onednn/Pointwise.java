package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * {@link Link}s in one kernel, in place. It sees images {@link Image#wide}: behind a convolution of
 * 20 filters that is faster than letting the convolution do the same.
 */
final class Pointwise implements AutoCloseable {

  /**
   * An operation on single values.
   *
   * @param operand the other operand's layout, if there is one
   */
  record Operation(int algorithm, Optional<memory.desc> operand) {

    static final Operation RELU = new Operation(dnnl_eltwise_relu, Optional.empty());

    static Operation binary(int algorithm, memory.desc operand) {
      return new Operation(algorithm, Optional.of(operand));
    }

    private void append(post_ops operations) {
      operand.ifPresentOrElse(
          layout -> operations.append_binary(algorithm, layout),
          () -> operations.append_eltwise(algorithm, 0, 0));
    }
  }

  private record Compiled(Kernel kernel, int[] first) implements AutoCloseable {
    @Override
    public void close() {
      kernel.close();
    }
  }

  private final Cpu cpu;
  private final Image image;
  private final List<Link> links;
  private final PerBatchSize<Compiled> compiled = new PerBatchSize<>(this::compile);

  /**
   * Makes the kernel.
   *
   * @param image the values, not yet wide
   * @param links at least one, the first of them with an operand
   */
  Pointwise(Cpu cpu, Image image, List<Link> links) {
    this.cpu = cpu;
    this.image = image.wide();
    this.links = links;
  }

  /** Returns the name of the other operand of an operation. */
  static int operand(int operation) {
    return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * operation | DNNL_ARG_SRC_1;
  }

  /**
   * Runs all operations.
   *
   * @param inputs of the chain
   */
  void run(int rows, Matrix values, Matrix[] inputs) {
    Compiled now = compiled.of(rows);
    for (int i = 0; i < links.size(); i++) {
      links.get(i).supply(now.kernel(), now.first()[i], inputs);
    }
    now.kernel().at(DNNL_ARG_SRC_0, values.data()).at(DNNL_ARG_DST, values.data()).run();
  }

  private Compiled compile(int rows) {
    memory.desc images = Cpu.images(rows, image);
    int[] first = new int[links.size()];
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      first[i] = operations.size();
      operations.addAll(links.get(i).operations(rows, image));
    }
    Kernel kernel =
        new Kernel(cpu, primitive(images, operations))
            .takes(DNNL_ARG_SRC_0, images)
            .takes(DNNL_ARG_DST, images);
    for (int i = 0; i < operations.size(); i++) {
      int name = operand(i);
      operations.get(i).operand().ifPresent(layout -> kernel.takes(name, layout));
    }
    return new Compiled(kernel, first);
  }

  /** The first operation is the primitive, the others are done to what it makes. */
  private binary primitive(memory.desc images, List<Operation> operations) {
    Operation head = operations.get(0);
    try (primitive_attr attributes = new primitive_attr();
        post_ops others = new post_ops()) {
      operations.stream().skip(1).forEach(operation -> operation.append(others));
      attributes.set_post_ops(others); // copies them
      try (binary.primitive_desc description =
          new binary.primitive_desc(
              cpu.engine(),
              head.algorithm(),
              images,
              head.operand().orElseThrow(),
              images,
              attributes,
              false)) {
        return new binary(description);
      }
    }
  }

  @Override
  public void close() {
    compiled.close();
    links.forEach(Link::close);
  }
}
