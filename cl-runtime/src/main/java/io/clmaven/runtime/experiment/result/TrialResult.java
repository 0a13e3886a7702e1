package io.clmaven.runtime.experiment.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.metric.AccuracyMatrix;
import java.util.List;
import java.util.Map;

/**
 * {@code results.json} of one finished trial.
 *
 * @param schema version of this format, {@link #SCHEMA}
 * @param experiment name of the experiment
 * @param seed seed of the trial
 * @param configuration effective configuration
 * @param taskNames names of the tasks in the order of learning
 * @param accuracy test accuracies as fractions
 * @param metrics values by metric id; absent where a metric is undefined
 * @param tasks cost of each task
 * @param cost cost of the whole trial
 * @param environment what it ran on
 * @param fingerprint what the numbers depend on
 * @param parametersSha256 SHA-256 of the final parameters, and running statistics behind them
 *     (float32, big-endian): equal for equal seeds, also after a resume
 * @param resumes how often the trial was resumed from a checkpoint
 * @param diagnostics what the methods tell about themselves
 */
public record TrialResult(
    int schema,
    String experiment,
    long seed,
    JsonNode configuration,
    List<String> taskNames,
    AccuracyMatrix accuracy,
    Map<String, Double> metrics,
    List<TaskCost> tasks,
    Cost cost,
    Environment environment,
    Fingerprint fingerprint,
    String parametersSha256,
    int resumes,
    Diagnostics diagnostics) {

  public TrialResult {
    diagnostics = diagnostics == null ? Diagnostics.NONE : diagnostics; // not in older files
  }

  /** Version of the format that this class describes. */
  public static final int SCHEMA = 1;

  /** Name of the file in the directory of a trial. */
  public static final String FILE = "results.json";

  /** Returns the path of the result of an analysis in the directory of a trial. */
  public static String analysisFile(String analysis) {
    return "analysis/" + analysis + ".json";
  }

  /**
   * Cost of one task.
   *
   * @param steps updates
   * @param samples training samples seen
   * @param trainingSeconds wall time of training, memory updates included
   * @param evaluationSeconds wall time of the evaluations after the task
   */
  public record TaskCost(
      long steps, long samples, double trainingSeconds, double evaluationSeconds) {}

  /**
   * Cost of a trial.
   *
   * @param seconds wall time of all sessions of the trial together
   * @param samplesPerSecond training samples per second of training time
   * @param peakMemoryBytes largest resident set of the process; 0 where unknown
   * @param stateBytes bytes of method and optimizer state at the end
   */
  public record Cost(
      double seconds, double samplesPerSecond, long peakMemoryBytes, long stateBytes) {}

  /**
   * What a trial ran on.
   *
   * @param engine id of the engine that ran
   * @param backend ND4J backend
   * @param java version of the Java runtime
   * @param os operating system and architecture
   * @param cpu name of the processor
   * @param threads threads of the kernels
   * @param runtime version of cl-runtime
   */
  public record Environment(
      String engine,
      String backend,
      String java,
      String os,
      String cpu,
      int threads,
      String runtime) {}
}
