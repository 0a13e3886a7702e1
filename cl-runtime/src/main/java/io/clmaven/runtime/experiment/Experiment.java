package io.clmaven.runtime.experiment;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.experiment.analysis.Analysis;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.model.Architecture;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validated experiment file: the names of its components are the keys of the file, every default
 * is filled in.
 *
 * @param description what the experiment is for
 * @param benchmark the stream of tasks
 * @param model the network
 * @param method the methods, in the order in which they are called; never empty
 * @param training how a task is trained
 * @param analysis what is measured beside accuracies, by name of the analysis
 * @param seeds one trial each; distinct
 * @param check rules by metric id
 * @param evaluated the examples that accuracies are measured on; empty: those for the test
 */
public record Experiment(
    @Setting("What the experiment is for; shown in the report.") Optional<String> description,
    @Setting("The stream of tasks.") Selection<Benchmark> benchmark,
    @Setting("The network.") Selection<Architecture> model,
    @Setting("The continual-learning method, or a list of methods that work together.")
        List<Selection<ContinualMethod>> method,
    @Setting(value = "How a task is trained.", byDefault = "{}") Training training,
    @Setting(
            value = "What is measured after each task beside accuracies, by name of the analysis.",
            byDefault = "{}")
        Map<String, Selection<Analysis>> analysis,
    @Setting(
            value = "One trial is run for each seed.",
            byDefault = "[1]",
            range = "[0, 2147483647]")
        List<Long> seeds,
    @Setting(value = "What cl:check demands, by metric.", byDefault = "{}")
        Map<String, CheckRule> check,
    @Setting(
            "The examples that accuracies are measured on: those for the 'test', or those held out"
                + " for 'validation', and then nothing ever sees the test set. 'test' if it is left"
                + " out; the trials of a sweep have 'validation'.")
        Optional<Evaluated> evaluated) {

  /** The examples of a task that accuracies are measured on. */
  public enum Evaluated {
    /** Those for the test. */
    TEST,
    /** Those held out for validation; the test set is sealed. */
    VALIDATION
  }

  public Experiment {
    method = List.copyOf(method);
    analysis = Collections.unmodifiableMap(new LinkedHashMap<>(analysis));
    seeds = List.copyOf(seeds);
    check = Collections.unmodifiableMap(new LinkedHashMap<>(check));
  }
}
