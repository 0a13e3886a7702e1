package com.example;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A method as a user would write it, which goes wrong in the way that its parameter says. */
public final class UserMethod implements ContinualMethod {

  private static final int MEBI = 1 << 20;

  /** What happens in the first step. */
  public enum Mishap {
    NONE,
    THROW,
    MISS_DATA,
    FILL_HEAP,
    FILL_OFF_HEAP
  }

  /** Parameters. */
  public record Parameters(
      @Setting(value = "What goes wrong.", byDefault = "none") Mishap mishap) {}

  private final List<Object> hoard = new ArrayList<>();
  private Mishap mishap;

  @Override
  public Declaration declaration() {
    return new Declaration("user", "Goes wrong.", "made for tests", Parameters.class);
  }

  @Override
  public void begin(MethodContext context) {
    mishap = context.parameters(Parameters.class).mishap();
  }

  @Override
  public void adjustGradient(StepContext step) {
    switch (mishap) {
      case NONE -> {}
      case THROW -> throw new IllegalStateException("the buffer is empty");
      case MISS_DATA -> throw new DataException("Cannot read 'x.gz': it is not there. Fetch it.");
      case FILL_HEAP -> fill(() -> new long[MEBI]);
      case FILL_OFF_HEAP -> fill(UserMethod::offHeap);
    }
  }

  private void fill(java.util.function.Supplier<Object> maker) {
    for (int i = 0; i < 100_000; i++) {
      hoard.add(maker.get());
    }
  }

  private static INDArray offHeap() {
    return Nd4j.createUninitialized(DataType.FLOAT, 4L * MEBI);
  }
}
