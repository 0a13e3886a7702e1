package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;

/** Split Fashion-MNIST: five tasks of two kinds of clothes each, unless set otherwise. */
public final class SplitFashionMnist extends SplitBenchmark {

  /** Parameters. */
  public record Settings(
      @Inline(byDefault = {"dataSet: fashion-mnist", "mean: [0.2860]", "deviation: [0.3530]"})
          SplitImages images) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "split-fashion-mnist",
        "The kinds of clothes divided among the tasks, two each by default.",
        "Farquhar and Gal, arXiv:1805.09733, 2018",
        Settings.class);
  }

  @Override
  SplitSettings settings(Record parameters) {
    return ((Settings) parameters).images();
  }
}
