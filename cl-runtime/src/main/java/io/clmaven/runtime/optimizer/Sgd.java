package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stochastic gradient descent as PyTorch defines it: with weight decay d, g &lt;- g + d w; with
 * momentum m, v &lt;- m v + g (v &lt;- g at the first step of a task) and then g &lt;- v, or g
 * &lt;- g + m v where Nesterov's; w &lt;- w - rate g.
 */
public final class Sgd implements Optimizer {

  /** Settings of {@code sgd}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = "Share of the last update that goes on.", byDefault = "0", range = "[0, 1)")
          double momentum,
      @Setting(value = "Whether momentum looks ahead as Nesterov's does.", byDefault = "false")
          boolean nesterov,
      @Setting(value = Effects.WEIGHT_DECAY, byDefault = "0", range = "[0, inf)")
          double weightDecay) {}

  private static final Declaration DECLARATION =
      new Declaration(
          "sgd",
          "Stochastic gradient descent with momentum and weight decay.",
          "Robbins and Monro, Annals of Mathematical Statistics 1951",
          Parameters.class);

  private Parameters settings;
  private double rate;
  private Optional<FlatVector> velocity = Optional.empty(); // v [P], where there is momentum
  private boolean moving; // whether velocity holds a step of this task

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    settings = (Parameters) parameters;
    velocity =
        settings.momentum() > 0
            ? Optional.of(new FlatVector(Nd4j.create(DataType.FLOAT, layout.length())))
            : Optional.empty();
    beginTask();
  }

  @Override
  public void beginTask() {
    rate = settings.learningRate();
    moving = false;
  }

  @Override
  public void update(FlatVector parameters, FlatVector gradient) {
    if (settings.weightDecay() > 0) {
      gradient.add((float) settings.weightDecay(), parameters);
    }
    if (velocity.isPresent()) {
      accelerate(velocity.get(), gradient);
      parameters.add((float) -rate, settings.nesterov() ? gradient : velocity.get());
    } else {
      parameters.add((float) -rate, gradient);
    }
  }

  /** Moves the velocity on and, with Nesterov's momentum, the gradient ahead of it. */
  private void accelerate(FlatVector v, FlatVector gradient) {
    float share = (float) settings.momentum();
    if (moving) {
      v.scale(share);
      v.add(1f, gradient);
    } else {
      v.copyFrom(gradient);
      moving = true;
    }
    if (settings.nesterov()) {
      gradient.add(share, v);
    }
  }

  @Override
  public double learningRate() {
    return rate;
  }

  @Override
  public void learningRate(double rate) {
    this.rate = rate;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble("sgd.rate", rate);
    out.putLong("sgd.moving", moving ? 1 : 0);
    velocity.ifPresent(v -> out.putFloats("sgd.velocity", v.pull()));
  }

  @Override
  public void load(StateReader in) {
    rate = in.getDouble("sgd.rate");
    moving = in.getLong("sgd.moving") == 1;
    velocity.ifPresent(v -> load(v, in.getFloats("sgd.velocity")));
  }

  private static void load(FlatVector vector, float[] values) {
    System.arraycopy(values, 0, vector.values(), 0, values.length);
  }
}
