package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive of oneDNN with its arguments, made once for a batch size and run at every step. The
 * memory of the arguments may move between runs. A run makes no objects.
 */
final class Kernel implements AutoCloseable {

  private record Argument(int name, memory memory, dnnl_memory handle) {}

  private final Cpu cpu;
  private final primitive primitive;
  private final dnnl_primitive handle;
  private final dnnl_stream stream;
  private final List<Argument> arguments = new ArrayList<>();
  private dnnl_exec_arg_t all;

  Kernel(Cpu cpu, primitive primitive) {
    this.cpu = cpu;
    this.primitive = primitive;
    this.handle = primitive.get();
    this.stream = cpu.stream().get();
  }

  /** Makes a kernel that copies {@code DNNL_ARG_FROM} to {@code DNNL_ARG_TO} in another layout. */
  static Kernel reorder(Cpu cpu, memory.desc from, memory.desc to) {
    try (reorder.primitive_desc description =
        new reorder.primitive_desc(cpu.engine(), from, cpu.engine(), to)) {
      return new Kernel(cpu, new reorder(description))
          .takes(DNNL_ARG_FROM, from)
          .takes(DNNL_ARG_TO, to);
    }
  }

  /**
   * Declares an argument.
   *
   * @param name one of oneDNN's {@code DNNL_ARG_...}
   * @param layout what its memory holds
   */
  Kernel takes(int name, memory.desc layout) {
    memory memory = new memory(layout, cpu.engine(), new Pointer());
    arguments.add(new Argument(name, memory, memory.get()));
    return this;
  }

  /** Says where an argument is. */
  Kernel at(int name, Pointer data) {
    int index = 0;
    while (arguments.get(index).name() != name) {
      index++;
    }
    check(dnnl_memory_set_data_handle(arguments.get(index).handle(), data), "set an argument");
    return this;
  }

  /** Runs the kernel to its end. */
  void run() {
    if (all == null) {
      all = all();
    }
    check(dnnl_primitive_execute(handle, stream, arguments.size(), all), "run a kernel");
  }

  private dnnl_exec_arg_t all() {
    dnnl_exec_arg_t all = new dnnl_exec_arg_t(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      all.position(i).arg(arguments.get(i).name()).memory(arguments.get(i).handle());
    }
    return all.position(0);
  }

  private static void check(int status, String action) {
    if (status != dnnl_success) {
      throw new IllegalStateException("oneDNN cannot " + action + ": status " + status);
    }
  }

  @Override
  public void close() {
    primitive.close();
    arguments.forEach(argument -> argument.memory().close());
    if (all != null) {
      all.close();
    }
  }
}
