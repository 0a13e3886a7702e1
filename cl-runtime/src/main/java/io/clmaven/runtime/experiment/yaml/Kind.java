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
  METHOD(ContinualMethod.class, "method", "method: {name: %s, ...}"),
  BENCHMARK(Benchmark.class, "benchmark", "benchmark: {name: %s, ...}"),
  MODEL(Architecture.class, "model", "model: {name: %s, ...}"),
  OPTIMIZER(Optimizer.class, "optimizer", "training: {optimizer: {name: %s, ...}}"),
  DATA_SET(DataSet.class, "data set", "benchmark: {dataSet: {name: %s, ...}, ...}"),
  ANALYSIS(Analysis.class, "analysis", "analyses", "analysis: {%s: {...}}");

  private final Class<? extends Component> type;
  private final String word;
  private final String plural;
  private final String example;

  Kind(Class<? extends Component> type, String word, String example) {
    this(type, word, word + "s", example);
  }

  Kind(Class<? extends Component> type, String word, String plural, String example) {
    this.type = type;
    this.word = word;
    this.plural = plural;
    this.example = example;
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

  /** Returns where an experiment names one of them. */
  String example(String name) {
    return example.formatted(name);
  }

  static Optional<Kind> of(Class<?> type) {
    return Arrays.stream(values()).filter(k -> k.type == type).findFirst();
  }
}
