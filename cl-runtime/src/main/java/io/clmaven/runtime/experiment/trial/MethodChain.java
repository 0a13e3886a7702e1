package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.TrainingSet;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The methods of an experiment, called in the order in which it lists them. */
final class MethodChain implements Stateful {

  private final ContinualMethod[] methods;

  private MethodChain(ContinualMethod[] methods) {
    this.methods = methods;
  }

  /** Makes and begins the methods; the context of each has its own parameters. */
  static MethodChain begin(
      List<Selection<ContinualMethod>> selections, Function<Record, MethodContext> context) {
    ContinualMethod[] methods = new ContinualMethod[selections.size()];
    for (int i = 0; i < methods.length; i++) {
      Selection<ContinualMethod> selection = selections.get(i);
      methods[i] = selection.create();
      methods[i].begin(context.apply(selection.parameters()));
    }
    return new MethodChain(methods);
  }

  TrainingSet trainingSet(Task task) {
    TrainingSet set = new TrainingSet(List.of(task));
    for (ContinualMethod method : methods) {
      set = method.trainingSet(task, set);
    }
    return set;
  }

  double learningRate(Task task, double proposed) {
    double rate = proposed;
    for (ContinualMethod method : methods) {
      rate = method.learningRate(task, rate);
    }
    return rate;
  }

  void beforeTask(Task task) {
    for (ContinualMethod method : methods) {
      method.beforeTask(task);
    }
  }

  Batch compose(Batch incoming) {
    Batch batch = incoming;
    for (ContinualMethod method : methods) {
      batch = method.compose(batch);
    }
    return batch;
  }

  void adjustGradient(StepContext step) {
    for (ContinualMethod method : methods) {
      method.adjustGradient(step);
    }
  }

  void afterStep(StepContext step) {
    for (ContinualMethod method : methods) {
      method.afterStep(step);
    }
  }

  void afterTask(Task task) {
    for (ContinualMethod method : methods) {
      method.afterTask(task);
    }
  }

  void rateDecayed(double factor) {
    for (ContinualMethod method : methods) {
      method.rateDecayed(factor);
    }
  }

  Diagnostics diagnostics() {
    return Arrays.stream(methods)
        .map(ContinualMethod::diagnostics)
        .reduce(Diagnostics.NONE, Diagnostics::and);
  }

  /** Returns the method that does the whole step itself, if there is one. */
  Optional<WholeStepMethod> wholeStep() {
    return Arrays.stream(methods)
        .filter(WholeStepMethod.class::isInstance)
        .map(WholeStepMethod.class::cast)
        .findFirst();
  }

  @Override
  public void save(StateWriter out) {
    for (ContinualMethod method : methods) {
      method.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (ContinualMethod method : methods) {
      method.load(in);
    }
  }
}
