package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import java.util.List;
import java.util.Optional;

/** Split MNIST: five tasks of two digits each, unless set otherwise. */
public final class SplitMnist extends SplitBenchmark {

  /** Parameters. */
  public record Settings(
      @Setting(
              value =
                  "What is known about the task at test time: 'task' gives every task a head of"
                      + " its own, 'class' lets the classes of all tasks compete, 'domain' shares"
                      + " the outputs among the tasks.",
              byDefault = "task")
          Scenario scenario,
      @Setting(value = "Number of tasks.", byDefault = "5", range = "[1, inf)") int tasks,
      @Setting(
              value = "Classes of each task; all classes are divided equally if not set.",
              range = "[1, inf)")
          Optional<Integer> classesPerTask,
      @Setting(value = ClassOrder.EFFECT, byDefault = "labels") ClassOrder classOrder,
      @Setting(value = "Data set whose classes are divided.", byDefault = "mnist")
          Selection<DataSet> dataSet,
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
              byDefault = "[0.1307]")
          List<Double> mean,
      @Setting(
              value = "What the difference is divided by; one value or one per channel.",
              byDefault = "[0.3081]",
              range = "(0, inf)")
          List<Double> deviation)
      implements SplitSettings {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "split-mnist",
        "The digits divided among the tasks, two each by default.",
        "Zenke, Poole and Ganguli, ICML 2017",
        Settings.class);
  }
}
