package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/** SGD with momentum, which is state that lasts over the tasks. */
public final class TinyMomentum implements Optimizer {

  /** Parameters. */
  public record Parameters(@Setting(value = "Rate.", byDefault = "0.1") double learningRate) {}

  private double initial;
  private double rate;
  private float[] momentum;

  @Override
  public Declaration declaration() {
    return new Declaration("tiny", "Momentum.", "made for tests", Parameters.class);
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    initial = ((Parameters) parameters).learningRate();
    rate = initial;
    momentum = new float[layout.length()];
  }

  @Override
  public void beginTask() {
    rate = initial;
  }

  @Override
  public void update(FlatVector parameters, FlatVector gradient) {
    update(parameters.values(), gradient.pull());
  }

  private void update(float[] parameters, float[] gradient) {
    for (int i = 0; i < parameters.length; i++) {
      momentum[i] = 0.5f * momentum[i] + gradient[i];
      parameters[i] -= (float) rate * momentum[i];
    }
  }

  @Override
  public double learningRate() {
    return rate;
  }

  @Override
  public void learningRate(double value) {
    rate = value;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble("rate", rate);
    out.putFloats("momentum", momentum);
  }

  @Override
  public void load(StateReader in) {
    rate = in.getDouble("rate");
    momentum = in.getFloats("momentum");
  }
}
