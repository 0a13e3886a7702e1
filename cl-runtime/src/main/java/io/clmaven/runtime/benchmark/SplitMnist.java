package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;

/** Split MNIST: five tasks of two digits each, unless set otherwise. */
public final class SplitMnist extends SplitBenchmark {

  /** Parameters. */
  public record Settings(
      @Inline(byDefault = {"dataSet: mnist", "mean: [0.1307]", "deviation: [0.3081]"})
          SplitImages images) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "split-mnist",
        "The digits divided among the tasks, two each by default.",
        "Zenke, Poole and Ganguli, ICML 2017",
        Settings.class);
  }

  @Override
  SplitSettings settings(Record parameters) {
    return ((Settings) parameters).images();
  }
}
