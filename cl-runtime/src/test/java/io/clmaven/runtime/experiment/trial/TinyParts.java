package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a {@link TinyTrial} puts together; each {@code with} returns a variant. */
record TinyParts(
    TinyBenchmark.Parameters benchmark,
    Selection<Architecture> model,
    List<Selection<ContinualMethod>> methods,
    Selection<Optimizer> optimizer) {

  static final Record NONE = new Declaration.None();

  static final TinyParts DEFAULT =
      new TinyParts(
          new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.ONE),
          select(TinyModel::new, NONE),
          List.of(select(TinyMethod::new, NONE)),
          select(TinyMomentum::new, new TinyMomentum.Parameters(0.1)));

  static <C extends Component> Selection<C> select(Supplier<C> factory, Record parameters) {
    return new Selection<>(factory.get().declaration(), parameters, factory);
  }

  TinyParts with(TinyBenchmark.Parameters changed) {
    return new TinyParts(changed, model, methods, optimizer);
  }

  TinyParts withModel(Selection<Architecture> changed) {
    return new TinyParts(benchmark, changed, methods, optimizer);
  }

  TinyParts withMethod(Selection<ContinualMethod> changed) {
    return new TinyParts(benchmark, model, List.of(changed), optimizer);
  }

  TinyParts withAnotherMethod(Selection<ContinualMethod> added) {
    List<Selection<ContinualMethod>> all =
        Stream.concat(methods.stream(), Stream.of(added)).toList();
    return new TinyParts(benchmark, model, all, optimizer);
  }

  TinyParts withOptimizer(Selection<Optimizer> changed) {
    return new TinyParts(benchmark, model, methods, changed);
  }
}
