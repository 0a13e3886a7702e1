package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import java.util.List;
import java.util.Optional;

/** The classes of any data set divided among the tasks, for example of a folder of images. */
public final class SplitDataSet extends SplitBenchmark {

  /** Parameters. */
  public record Settings(
      @Setting(
              value =
                  "What is known about the task at test time: 'task' gives every task a head of"
                      + " its own, 'class' lets the classes of all tasks compete, 'domain' shares"
                      + " the outputs among the tasks.",
              byDefault = "task")
          Scenario scenario,
      @Setting(value = "Number of tasks.", range = "[1, inf)") int tasks,
      @Setting(
              value = "Classes of each task; all classes are divided equally if not set.",
              range = "[1, inf)")
          Optional<Integer> classesPerTask,
      @Setting(
              value = "'labels' takes classes in the order of their labels, 'random' draws it.",
              byDefault = "labels")
          ClassOrder classOrder,
      @Setting("Data set whose classes are divided.") Selection<DataSet> dataSet,
      @Setting(
              value =
                  "Share of the training images of each task held out for validation, drawn by the"
                      + " seed.",
              byDefault = "0.1",
              range = "[0, 1)")
          double validation,
      @Setting(
              value = "Training images per task, drawn at random; all of them if not set.",
              range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Setting(
              value = "Subtracted from pixels of 0 to 1; one value or one per channel.",
              byDefault = "[0]")
          List<Double> mean,
      @Setting(
              value = "What the difference is divided by; one value or one per channel.",
              byDefault = "[1]",
              range = "(0, inf)")
          List<Double> deviation)
      implements SplitSettings {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "split",
        "The classes of any data set divided among the tasks.",
        "generalises Split MNIST of Zenke, Poole and Ganguli, ICML 2017",
        Settings.class);
  }
}
