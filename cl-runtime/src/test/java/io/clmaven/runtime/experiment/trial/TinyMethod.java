package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/** Pulls parameters to where they were after the last task, with noise: every kind of state. */
public class TinyMethod implements ContinualMethod {

  private RandomStream noise;
  private MethodContext context;
  private float[] anchor = {};
  private double meanLoss;

  @Override
  public Declaration declaration() {
    return new Declaration("tiny", "An anchor.", "made for tests", Declaration.None.class);
  }

  @Override
  public void begin(MethodContext given) {
    context = given;
    noise = given.random().stream("noise");
  }

  @Override
  public void adjustGradient(StepContext step) {
    float[] gradient = step.gradient();
    for (int i = 0; i < anchor.length; i++) {
      gradient[i] += 0.1f * (step.parameters()[i] - anchor[i]);
    }
    gradient[noise.nextInt(gradient.length)] += noise.nextUniform(0.01f);
  }

  @Override
  public void afterStep(StepContext step) {
    meanLoss = 0.9 * meanLoss + 0.1 * step.loss();
    step.parameters()[0] += (float) (1e-3 * meanLoss);
  }

  @Override
  public void afterTask(Task task) {
    anchor = context.network().parameters().values().clone();
  }

  @Override
  public void save(StateWriter out) {
    out.putFloats("anchor", anchor);
    out.putDouble("meanLoss", meanLoss);
  }

  @Override
  public void load(StateReader in) {
    anchor = in.getFloats("anchor");
    meanLoss = in.getDouble("meanLoss");
  }
}
