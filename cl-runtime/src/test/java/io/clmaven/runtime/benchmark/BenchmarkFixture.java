package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.benchmark.PermutedMnist.Permutations;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.data.IdxFixture;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/** Benchmarks over 60 training and 30 test images of 4 x 3 pixels and three classes. */
final class BenchmarkFixture {

  static final PixelMoments MOMENTS = new PixelMoments(List.of(0.25), List.of(0.5));

  private final IdxFixture files;

  BenchmarkFixture(Path cache) {
    this(cache, 60, 30);
  }

  BenchmarkFixture(Path cache, int train, int test) {
    files = new IdxFixture(cache, train, test).write();
  }

  Selection<DataSet> dataSet() {
    return files.selection();
  }

  DataStore store() {
    return files.store();
  }

  TaskStream open(Benchmark benchmark, Record settings, long seed) {
    return benchmark.open(settings, files.store(), new RandomStreams(seed));
  }

  PermutedMnist.Settings permuted(int tasks, double validation) {
    return permuted(tasks, Permutations.GPM, validation, HoldoutChoice.FIRST);
  }

  PermutedMnist.Settings permuted(
      int tasks, Permutations permutations, double validation, HoldoutChoice holdout) {
    return new PermutedMnist.Settings(
        tasks,
        dataSet(),
        permutations,
        validation,
        holdout,
        Optional.empty(),
        SampleChoice.RANDOM,
        MOMENTS,
        false,
        Optional.empty());
  }

  /** Two tasks, the first one not permuted, that learn from some of the images. */
  PermutedMnist.Settings sampled(double validation, int samples, SampleChoice sampling) {
    return new PermutedMnist.Settings(
        2,
        dataSet(),
        Permutations.GPM,
        validation,
        HoldoutChoice.FIRST,
        Optional.of(samples),
        sampling,
        MOMENTS,
        true,
        Optional.empty());
  }

  /** One task that is not permuted. */
  PermutedMnist.Settings normalised(List<Double> mean, List<Double> deviation) {
    return new PermutedMnist.Settings(
        1,
        dataSet(),
        Permutations.GPM,
        0,
        HoldoutChoice.FIRST,
        Optional.empty(),
        SampleChoice.RANDOM,
        new PixelMoments(mean, deviation),
        true,
        Optional.empty());
  }

  RotatedMnist.Settings rotated(int tasks, double step, RotatedMnist.Angles angles) {
    return new RotatedMnist.Settings(
        tasks, step, angles, dataSet(), 0.1, Optional.empty(), MOMENTS, Optional.empty());
  }

  RotatedMnist.Settings rotated(int tasks, RotatedMnist.Angles angles, Optional<Heads> heads) {
    return new RotatedMnist.Settings(
        tasks, 10, angles, dataSet(), 0.1, Optional.empty(), MOMENTS, heads);
  }

  /** Permutations and heads as in the code of TAG. */
  PermutedMnist.Settings permutedByTag(int tasks) {
    return new PermutedMnist.Settings(
        tasks,
        dataSet(),
        Permutations.TAG,
        0,
        HoldoutChoice.FIRST,
        Optional.empty(),
        SampleChoice.RANDOM,
        MOMENTS,
        false,
        Optional.of(Heads.PER_TASK));
  }

  SplitDataSet.Settings split(Scenario scenario, int tasks, ClassOrder order) {
    return new SplitDataSet.Settings(
        new ClassSplit(scenario, tasks, Optional.empty(), order),
        dataSet(),
        0.1,
        HoldoutChoice.RANDOM,
        Optional.empty(),
        MOMENTS,
        Optional.empty());
  }

  SplitDataSet.Settings split(Scenario scenario, double validation, HoldoutChoice holdout) {
    return new SplitDataSet.Settings(
        new ClassSplit(scenario, 1, Optional.empty(), ClassOrder.LABELS),
        dataSet(),
        validation,
        holdout,
        Optional.empty(),
        MOMENTS,
        Optional.empty());
  }

  SplitDataSet.Settings augmented(Augmentation augmentation) {
    return new SplitDataSet.Settings(
        new ClassSplit(Scenario.TASK, 3, Optional.empty(), ClassOrder.LABELS),
        dataSet(),
        0.1,
        HoldoutChoice.RANDOM,
        Optional.empty(),
        MOMENTS,
        Optional.of(augmentation));
  }

  /** Returns the normalised value of pixel p of image i. */
  static float value(int image, int pixel) {
    return (IdxFixture.pixel(image, pixel) / 255f - 0.25f) / 0.5f;
  }

  static int[] all(Examples examples) {
    return IntStream.range(0, examples.size()).toArray();
  }

  /** Copies all inputs, one behind the other. */
  static float[] inputs(Examples examples) {
    return inputs(examples, all(examples));
  }

  static float[] inputs(Examples examples, int... indices) {
    int width = examples.shape().stream().reduce(1, (a, b) -> a * b);
    float[] values = new float[indices.length * width];
    try (FloatPointer memory = new FloatPointer(values.length)) {
      examples.copy(indices, 0, indices.length, memory);
      memory.get(values);
    }
    return values;
  }

  static int[] labels(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }
}
