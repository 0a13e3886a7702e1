package io.clmaven.runtime.method.ewc;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.SampleDraw;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.trajectory.Trajectory;
import io.clmaven.runtime.method.trajectory.TrajectoryChecks;
import io.clmaven.runtime.method.trajectory.TrajectoryObserver;
import io.clmaven.runtime.method.trajectory.TrajectoryPart;
import java.util.List;

/**
 * {@link Ewc} of a trajectory: the penalty of each step, and the Fisher matrix of each task. It is
 * a method too, to see a step before its update.
 */
public final class EwcObserver implements TrajectoryObserver, ContinualMethod {

  private static final int SAMPLES = 200;

  private final Ewc method;
  private final double strength;
  private MethodContext context;
  private float[] weights = {}; // before the last step [P]

  private EwcObserver(Ewc method, double strength) {
    this.method = method;
    this.strength = strength;
  }

  /** Makes the method and its observer. */
  public static List<TrajectoryPart<ContinualMethod>> of(Trajectory trajectory) {
    Ewc method = new Ewc();
    double strength = trajectory.setting("lambda_");
    EwcParameters parameters =
        new EwcParameters(
            strength,
            EwcParameters.Fisher.OFFICIAL,
            EwcParameters.Consolidation.OFFICIAL,
            1,
            SAMPLES,
            trajectory.setting("ewc_clip_norm"));
    return List.of(
        TrajectoryPart.of(method, parameters, m -> TrajectoryObserver.NONE),
        TrajectoryPart.of(new EwcObserver(method, strength), new Declaration.None(), o -> o));
  }

  @Override
  public Declaration declaration() {
    return new Declaration("watch", "Watches.", "made for tests", Declaration.None.class);
  }

  @Override
  public void begin(MethodContext given) {
    context = given;
  }

  @Override
  public void adjustGradient(StepContext step) {
    weights = step.network().parameters().pull().clone();
  }

  @Override
  public void after(JsonNode step, TrajectoryChecks checks) {
    float[] precision = method.penalty().precision();
    float[] means = method.penalty().means();
    double penalty = 0;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = (double) weights[i] - means[i];
      penalty += precision[i] * distance * distance;
      squares += Math.pow(2 * strength * precision[i] * distance, 2);
    }
    checks.number("penalty", penalty, field(step, "penalty"));
    checks.number("norm of its gradient", Math.sqrt(squares), field(step, "ewc_grad_norm"));
  }

  @Override
  public void afterTaskEnd(JsonNode end, TrajectoryChecks checks) {
    checks.named("precision", method.penalty().precision(), field(end, "precision"));
    checks.named("means", method.penalty().means(), field(end, "means"));
    Task task = context.tasks().task(field(end, "task").intValue());
    SampleDraw draw = new SampleDraw(context.random().stream("again"), SAMPLES);
    SquaredMeanGradient fisher = new SquaredMeanGradient(context, draw);
    MeanGradient gradient = new MeanGradient(context.network());
    double loss = gradient.compute(fisher.batches(task), fisher.loss(task));
    checks.number("loss of the Fisher matrix", loss, field(end, "fisher_loss"));
    checks.named(
        "gradient of the Fisher matrix", gradient.value().pull(), field(end, "fisher_grads"));
  }
}
