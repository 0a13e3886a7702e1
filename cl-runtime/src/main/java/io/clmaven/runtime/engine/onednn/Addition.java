package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;

/** y = a + b in one pass over memory; y may be a, but not b. */
final class Addition implements AutoCloseable {

  private final Cpu cpu;
  private final int columns;
  private final PerBatchSize<Kernel> kernels = new PerBatchSize<>(this::compile);

  Addition(Cpu cpu, int columns) {
    this.cpu = cpu;
    this.columns = columns;
  }

  void run(int rows, Matrix a, Matrix b, Matrix y) {
    kernels
        .of(rows)
        .at(DNNL_ARG_SRC_0, a.data())
        .at(DNNL_ARG_SRC_1, b.data())
        .at(DNNL_ARG_DST, y.data())
        .run();
  }

  private Kernel compile(int rows) {
    memory.desc values = Cpu.values(memory.format_tag.ab, rows, columns);
    try (binary.primitive_desc description =
        new binary.primitive_desc(cpu.engine(), dnnl_binary_add, values, values, values)) {
      return new Kernel(cpu, new binary(description))
          .takes(DNNL_ARG_SRC_0, values)
          .takes(DNNL_ARG_SRC_1, values)
          .takes(DNNL_ARG_DST, values);
    }
  }

  @Override
  public void close() {
    kernels.close();
  }
}
