package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.experiment.analysis.Analysis;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of components and how messages call them. */
public enum Kind {
  METHOD(ContinualMethod.class, "method"),
  BENCHMARK(Benchmark.class, "benchmark"),
  MODEL(Architecture.class, "model"),
  OPTIMIZER(Optimizer.class, "optimizer"),
  DATA_SET(DataSet.class, "data set"),
  ANALYSIS(Analysis.class, "analysis", "analyses");

  private final Class<? extends Component> type;
  private final String word;
  private final String plural;

  Kind(Class<? extends Component> type, String word) {
    this(type, word, word + "s");
  }

  Kind(Class<? extends Component> type, String word, String plural) {
    this.type = type;
    this.word = word;
    this.plural = plural;
  }

  /** Returns the interface of its components. */
  public Class<? extends Component> type() {
    return type;
  }

  /** Returns what one of them is called. */
  public String word() {
    return word;
  }

  /** Returns the article of {@link #word}. */
  String article() {
    return "aeiou".indexOf(word.charAt(0)) >= 0 ? "an" : "a";
  }

  /** Returns what several of them are called. */
  public String plural() {
    return plural;
  }

  static Optional<Kind> of(Class<?> type) {
    return Arrays.stream(values()).filter(k -> k.type == type).findFirst();
  }
}
