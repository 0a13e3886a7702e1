package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Augmentation;
import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Points around class centres that move from task to task, as images of 2 x 3: learnt in
 * milliseconds.
 */
public final class TinyBenchmark implements Benchmark {

  private static final List<Integer> SHAPE = List.of(1, 2, 3);
  private static final int INPUTS = 6;
  private static final int CLASSES = 3;

  /** How the tasks look. */
  public enum Heads {
    ONE,
    PER_TASK
  }

  /** Parameters. */
  public record Parameters(
      @Setting(value = "Tasks.", byDefault = "3") int tasks,
      @Setting(value = "Training examples.", byDefault = "47") int train,
      @Setting(value = "Validation examples.", byDefault = "10") int validation,
      @Setting(value = "Outputs.", byDefault = "one") Heads heads,
      @Setting("Changes of training images.") Optional<Augmentation> augmentation) {

    public Parameters(int tasks, int train, int validation, Heads heads) {
      this(tasks, train, validation, heads, Optional.empty());
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration("tiny", "Moving points.", "made for tests", Parameters.class);
  }

  @Override
  public Scenario scenario(Record parameters) {
    return Scenario.DOMAIN;
  }

  @Override
  public List<Selection<DataSet>> dataSets(Record parameters) {
    return List.of();
  }

  @Override
  public TaskStream open(Record parameters, DataStore store, RandomStreams random) {
    Parameters p = (Parameters) parameters;
    RandomStream points = random.stream("tiny");
    RandomStream changes = random.stream("augmentation");
    List<Task> tasks =
        IntStream.range(0, p.tasks())
            .mapToObj(i -> augmented(task(p, i, points), p, changes))
            .toList();
    int outputs = p.heads() == Heads.ONE ? CLASSES : CLASSES * p.tasks();
    return new Tasks(tasks, outputs);
  }

  private static Task augmented(Task task, Parameters p, RandomStream random) {
    Examples presented =
        p.augmentation()
            .map(a -> a.of(task.train(), new float[] {0f}, random))
            .orElse(task.train());
    return new Task(
        task.index(),
        task.name(),
        task.outputs(),
        task.train(),
        presented,
        task.validation(),
        task.test());
  }

  private static Task task(Parameters p, int index, RandomStream random) {
    int from = p.heads() == Heads.ONE ? 0 : CLASSES * index;
    float[][] centres = new float[CLASSES][INPUTS];
    for (float[] centre : centres) {
      for (int i = 0; i < INPUTS; i++) {
        centre[i] = random.nextUniform(3f);
      }
    }
    return new Task(
        index,
        "points-" + index,
        new OutputRange(from, from + CLASSES),
        new Points(centres, p.train(), random),
        new Points(centres, p.validation(), random),
        new Points(centres, 30, random));
  }

  private record Tasks(List<Task> tasks, int outputs) implements TaskStream {
    @Override
    public int size() {
      return tasks.size();
    }

    @Override
    public Task task(int index) {
      return tasks.get(index);
    }

    @Override
    public List<Integer> inputShape() {
      return SHAPE;
    }
  }

  private static final class Points implements Examples {

    private final float[][] inputs;

    Points(float[][] centres, int size, RandomStream random) {
      inputs = new float[size][INPUTS];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < INPUTS; j++) {
          inputs[i][j] = centres[i % CLASSES][j] + random.nextUniform(1f);
        }
      }
    }

    @Override
    public int size() {
      return inputs.length;
    }

    @Override
    public List<Integer> shape() {
      return SHAPE;
    }

    @Override
    public int label(int index) {
      return index % CLASSES;
    }

    @Override
    public void copy(int[] indices, int from, int count, FloatPointer target) {
      long position = target.position();
      for (int i = 0; i < count; i++) {
        target.position(position + (long) i * INPUTS).put(inputs[indices[from + i]]);
      }
      target.position(position);
    }
  }
}
