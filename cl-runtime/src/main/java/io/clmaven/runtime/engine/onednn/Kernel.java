package io.clmaven.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive of oneDNN with its arguments, made once for a batch size and run at every step. The
 * memory of the arguments may move between runs.
 */
final class Kernel implements AutoCloseable {

  private final Cpu cpu;
  private final primitive primitive;
  private final List<Integer> names = new ArrayList<>();
  private final List<memory> memories = new ArrayList<>();
  private dnnl_exec_arg_t arguments;

  Kernel(Cpu cpu, primitive primitive) {
    this.cpu = cpu;
    this.primitive = primitive;
  }

  /**
   * Declares an argument.
   *
   * @param name one of oneDNN's {@code DNNL_ARG_...}
   * @param layout what its memory holds
   */
  Kernel takes(int name, memory.desc layout) {
    names.add(name);
    memories.add(new memory(layout, cpu.engine(), new Pointer()));
    return this;
  }

  /** Says where an argument is. */
  Kernel at(int name, Pointer data) {
    memory memory = memories.get(names.indexOf(name));
    check(dnnl_memory_set_data_handle(memory.get(), data), "set an argument");
    return this;
  }

  /** Runs the kernel to its end. */
  void run() {
    if (arguments == null) {
      arguments = arguments();
    }
    int status =
        dnnl_primitive_execute(primitive.get(), cpu.stream().get(), names.size(), arguments);
    check(status, "run a kernel");
  }

  private dnnl_exec_arg_t arguments() {
    dnnl_exec_arg_t all = new dnnl_exec_arg_t(names.size());
    for (int i = 0; i < names.size(); i++) {
      all.position(i).arg(names.get(i)).memory(memories.get(i).get());
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
    memories.forEach(memory::close);
    if (arguments != null) {
      arguments.close();
    }
  }
}
