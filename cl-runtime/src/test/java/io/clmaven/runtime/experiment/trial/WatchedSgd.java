package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;

/**
 * SGD that writes down the rate of each update, and whether momentum took part in it.
 *
 * @param sgd does the updates
 * @param updates grows
 */
record WatchedSgd(Sgd sgd, List<String> updates) implements Optimizer {

  private static final double ROUNDING = 1e-3;

  @Override
  public Declaration declaration() {
    return sgd.declaration();
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    sgd.begin(parameters, layout, random);
  }

  @Override
  public void beginTask() {
    sgd.beginTask();
  }

  @Override
  public void update(FlatVector parameters, FlatVector gradient) {
    float[] before = parameters.pull().clone();
    float[] plain = gradient.pull().clone();
    sgd.update(parameters, gradient);
    float[] after = parameters.pull();
    double length = 0;
    double rest = 0; // of the step that the gradient does not explain
    for (int i = 0; i < plain.length; i++) {
      double step = learningRate() * plain[i];
      length += step * step;
      rest += Math.pow(before[i] - after[i] - step, 2);
    }
    boolean moved = Math.sqrt(rest) > ROUNDING * Math.sqrt(length);
    updates.add(learningRate() + (moved ? " with momentum" : ""));
  }

  @Override
  public double learningRate() {
    return sgd.learningRate();
  }

  @Override
  public void learningRate(double rate) {
    sgd.learningRate(rate);
  }
}
