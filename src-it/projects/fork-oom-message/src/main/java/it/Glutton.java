package it;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import java.util.ArrayList;
import java.util.List;

public final class Glutton implements ContinualMethod {

  @Override
  public Declaration declaration() {
    return new Declaration(
        "glutton", "Fills the heap at the second task.", "none", Declaration.None.class);
  }

  @Override
  public void beforeTask(Task task) {
    List<long[]> eaten = new ArrayList<>();
    while (task.index() == 1) {
      eaten.add(new long[1_000_000]);
    }
  }
}
