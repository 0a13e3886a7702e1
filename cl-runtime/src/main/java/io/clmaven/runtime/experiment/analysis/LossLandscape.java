package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The loss landscape of the FS-DGPM code. After each task the weights w are moved along random
 * filter-normalised directions d (see {@link FilterDirections}) to w + a d, a = -1, -0.98, ...,
 * 0.98, and the training loss of every task learnt so far is measured there; then the loss of the
 * first task over the plane w + a d1 + b d2 of two further directions. A flat curve means weights
 * that bear being moved, which is what keeps a task when the next one is learnt.
 *
 * <p>Deviations from the official code: it measures on all training examples, this on a drawn part
 * of them; it has no surface. Source: Deng, Chen, Hao, Wang and Heng, "Flattening Sharpness for
 * Dynamic Gradient Projection Memory Benefits Continual Learning", NeurIPS 2021.
 */
public final class LossLandscape implements Analysis {

  private LossLandscapeParameters parameters;
  private FlatVector weights; // [P]
  private FilterDirections directions;
  private List<Task> tasks;
  private List<int[]> samples;
  private List<LossGrid> curves = new ArrayList<>();
  private List<LossGrid> surfaces = new ArrayList<>();

  @Override
  public Declaration declaration() {
    return new Declaration(
        LossLandscapeResult.NAME,
        "Loss around the weights after each task: curves along random directions, and a surface.",
        "Deng, Chen, Hao, Wang and Heng, NeurIPS 2021; Li, Xu, Taylor, Studer and Goldstein,"
            + " NeurIPS 2018",
        LossLandscapeParameters.class);
  }

  @Override
  public void begin(AnalysisContext context) {
    parameters = context.parameters(LossLandscapeParameters.class);
    weights = context.network().parameters();
    directions = new FilterDirections(context.network().layout(), context.random());
    int count =
        parameters.tasks() == LossLandscapeParameters.Tasks.FIRST ? 1 : context.tasks().size();
    tasks = IntStream.range(0, count).mapToObj(context.tasks()::task).toList();
    samples = tasks.stream().map(task -> draw(task, context.random())).toList();
  }

  private int[] draw(Task task, RandomStream random) {
    int[] order = random.permutation(task.train().size());
    return Arrays.copyOf(order, Math.min(parameters.samples(), order.length));
  }

  @Override
  public void afterTask(Task task, LossProbes probes) {
    try (Excursion excursion = new Excursion(weights)) {
      measureCurves(task.index(), excursion, probes);
      if (parameters.surface() > 0) {
        measureSurface(task.index(), excursion, probes);
      }
    }
  }

  private void measureCurves(int after, Excursion excursion, LossProbes probes) {
    List<Double> steps = parameters.steps();
    int measured = Math.min(after + 1, tasks.size());
    float[][][] losses = new float[measured][parameters.directions()][steps.size()];
    for (int d = 0; d < parameters.directions(); d++) {
      float[] direction = directions.draw(excursion.start());
      for (int on = 0; on < measured; on++) {
        LossProbe probe = probes.on(tasks.get(on), samples.get(on));
        for (int s = 0; s < steps.size(); s++) {
          excursion.move(steps.get(s).floatValue(), direction);
          losses[on][d][s] = (float) probe.loss();
        }
      }
    }
    for (int on = 0; on < measured; on++) {
      curves.add(new LossGrid(after, on, losses[on]));
    }
  }

  private void measureSurface(int after, Excursion excursion, LossProbes probes) {
    List<Double> axis = parameters.axis();
    float[] first = directions.draw(excursion.start());
    float[] second = directions.draw(excursion.start());
    LossProbe probe = probes.on(tasks.get(0), samples.get(0));
    float[][] losses = new float[axis.size()][axis.size()];
    for (int row = 0; row < axis.size(); row++) {
      for (int column = 0; column < axis.size(); column++) {
        excursion.move(axis.get(column).floatValue(), first, axis.get(row).floatValue(), second);
        losses[row][column] = (float) probe.loss();
      }
    }
    surfaces.add(new LossGrid(after, 0, losses));
  }

  @Override
  public LossLandscapeResult result() {
    return new LossLandscapeResult(
        LossLandscapeResult.SCHEMA,
        parameters.steps(),
        curves.stream().map(LossGrid::toResult).toList(),
        parameters.axis(),
        surfaces.stream().map(LossGrid::toResult).toList());
  }

  @Override
  public void save(StateWriter out) {
    LossGrid.save(curves, out);
    LossGrid.save(surfaces, out);
  }

  @Override
  public void load(StateReader in) {
    curves = LossGrid.load(in);
    surfaces = LossGrid.load(in);
  }
}
