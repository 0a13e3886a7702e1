package io.clmaven.runtime.experiment;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.Optional;

/**
 * How a task is trained.
 *
 * @param epochs passes over the training set of a task
 * @param passes how often the whole stream of tasks is trained on
 * @param batchSize samples of one step
 * @param lastBatch what happens with the rest of an epoch that does not fill a batch
 * @param optimizer the update rule
 * @param checkpointEvery steps between two checkpoints inside a task
 * @param evaluationBatchSize samples of one evaluation batch
 * @param evaluate the tasks that are tested after each task
 * @param saveModel whether the trained network is written as a DL4J model file
 * @param schedule learning-rate decay with early stopping; empty: a constant rate for all epochs
 */
public record Training(
    @Setting(
            value = "Passes over the training set of a task; with a schedule the largest number.",
            byDefault = "1",
            range = "[1, 100000]")
        int epochs,
    @Setting(
            value =
                "How often the whole stream of tasks is trained on, in the same order; only the last"
                    + " pass is evaluated. With several passes and 'naive' it is the multi-task"
                    + " training of the code of TAG.",
            byDefault = "1",
            range = "[1, 100000]")
        int passes,
    @Setting(
            value = "Samples of one training step; the last batch of an epoch may be smaller.",
            byDefault = "10",
            range = "[1, 1000000]")
        int batchSize,
    @Setting(
            value =
                "Whether a last batch of an epoch with fewer samples is trained on ('keep') or left"
                    + " out ('drop').",
            byDefault = "keep")
        LastBatch lastBatch,
    @Setting(value = "The update rule.", byDefault = "{name: sgd, learningRate: 0.01}")
        Selection<Optimizer> optimizer,
    @Setting(
            value =
                "Steps between two checkpoints inside a task: what a killed trial loses at most. A"
                    + " checkpoint is written after every task in any case.",
            byDefault = "5000",
            range = "[1, inf)")
        long checkpointEvery,
    @Setting(
            value =
                "Samples of one evaluation batch. It changes results only with layers that look at"
                    + " the whole batch.",
            byDefault = "1000",
            range = "[1, 1000000]")
        int evaluationBatchSize,
    @Setting(
            value =
                "Tasks that are tested after each task: those 'learnt' so far, these and the 'next'"
                    + " one, which forward transfer looks at, or 'all', which 'fwt.first' needs.",
            byDefault = "next")
        Evaluation evaluate,
    @Setting(
            value =
                "Whether a trial writes the trained network beside its results, as the DL4J model"
                    + " file 'model.zip'.",
            byDefault = "false")
        boolean saveModel,
    @Setting(
            "Learning-rate decay and early stopping by the loss on the validation examples of the"
                + " task; without it the rate is constant and all epochs are run.")
        Optional<Schedule> schedule) {

  /** What happens with the rest of an epoch that does not fill a batch. */
  public enum LastBatch {
    /** It is a smaller batch. */
    KEEP {
      @Override
      public int used(int examples, int batchSize) {
        return examples;
      }
    },
    /** It is left out, others in each epoch, unless it is all there is. */
    DROP {
      @Override
      public int used(int examples, int batchSize) {
        return examples < batchSize ? examples : examples - examples % batchSize;
      }
    };

    /** Returns how many examples of an epoch are trained on. */
    public abstract int used(int examples, int batchSize);
  }

  /** The tasks that are tested after each task; the accuracy matrix has an entry for each. */
  public enum Evaluation {
    /** The tasks learnt so far; without forward transfer. */
    LEARNT {
      @Override
      public int tested(int learnt, int tasks) {
        return learnt;
      }
    },
    /** The tasks learnt so far, and the one to be learnt next. */
    NEXT {
      @Override
      public int tested(int learnt, int tasks) {
        return Math.min(learnt + 1, tasks);
      }
    },
    /** All tasks, as the code of FS-DGPM does on permuted MNIST and Tiny ImageNet. */
    ALL {
      @Override
      public int tested(int learnt, int tasks) {
        return tasks;
      }
    };

    /** Returns how many of the tasks are tested, from the first one on. */
    public abstract int tested(int learnt, int tasks);

    /** Returns whether the untrained network is tested, on all tasks. */
    public boolean testsUntrained() {
      return this != LEARNT;
    }
  }

  /**
   * Learning-rate control of the GPM code: after each epoch the validation loss is compared with
   * the smallest one so far (strictly). After {@code patience} epochs without improvement the rate
   * is divided by {@code factor}; the task ends before the first epoch at a rate below {@code
   * minimum}. At the end the parameters of the best epoch come back. Source: Saha, Garg and Roy,
   * "Gradient Projection Memory for Continual Learning", ICLR 2021, official code.
   *
   * @param patience epochs without improvement before a decay
   * @param factor divisor of the learning rate
   * @param minimum smallest learning rate that is trained with
   * @param restart whether the optimizer forgets its state (momentum) at a decay
   */
  public record Schedule(
      @Setting(
              value = "Epochs without a smaller validation loss before the rate is decayed.",
              byDefault = "6",
              range = "[1, 100000]")
          int patience,
      @Setting(
              value = "Divisor of the learning rate at a decay.",
              byDefault = "2",
              range = "(1, inf)")
          double factor,
      @Setting(
              value = "The task ends when the learning rate would fall below this.",
              byDefault = "0.00001",
              range = "(0, inf)")
          double minimum,
      @Setting(
              value =
                  "Whether the optimizer begins anew at a decay, without its momentum, as in the"
                      + " code of FS-DGPM.",
              byDefault = "false")
          boolean restart) {}
}
