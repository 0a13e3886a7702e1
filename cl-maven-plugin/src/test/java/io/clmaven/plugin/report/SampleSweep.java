package io.clmaven.plugin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.Rung;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sweep of three points over learning rate and activation; one of them diverged. */
public final class SampleSweep {

  private static final String RATE = "training.optimizer.learningRate";
  private static final String ACTIVATION = "model.activation";

  /** The result. */
  public static final SweepResult RESULT =
      new SweepResult(
          SweepResult.SCHEMA,
          "rates",
          List.of("sweeps/rates.yaml", "_rates.yaml"),
          "preset/naive-pmnist",
          JsonNodeFactory.instance.objectNode(),
          "accuracy",
          SweepResult.VALIDATION,
          List.of(RATE, ACTIVATION),
          List.of(1L, 2L),
          List.of(new Rung(3, 1), new Rung(1, 2)),
          List.of(
              point(0.1, "relu", State.COMPLETE, 0.9, 0.92),
              point(0.01, "tanh", State.DROPPED, 0.7),
              point(3, "relu", State.DIVERGED)),
          Optional.of("learningRate=0.1"));

  private SampleSweep() {}

  private static Point point(double rate, String activation, State state, Double... scores) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    values.put(RATE, JsonNodeFactory.instance.numberNode(rate));
    values.put(ACTIVATION, JsonNodeFactory.instance.textNode(activation));
    boolean diverged = state == State.DIVERGED;
    return new Point(
        "learningRate=" + rate,
        values,
        state == State.COMPLETE ? 2 : 1,
        List.of(scores),
        diverged ? Optional.empty() : Optional.of(scores.length == 2 ? 0.91 : 0.7),
        scores.length == 2 ? Optional.of(0.0141) : Optional.empty(),
        state,
        diverged ? Optional.of("Cannot continue: the loss became NaN.") : Optional.empty());
  }
}
