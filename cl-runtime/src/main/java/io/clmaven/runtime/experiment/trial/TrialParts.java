package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.SealedTaskStream;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a trial is made of: everything that its experiment names, made and begun.
 *
 * @param experiment the experiment
 * @param tasks the stream
 * @param engine what compiled the network
 * @param network the network being trained
 * @param methods the methods, begun
 * @param optimizer the update rule, begun
 * @param random streams of the trial
 */
record TrialParts(
    Experiment experiment,
    TaskStream tasks,
    Engine engine,
    Network network,
    MethodChain methods,
    Optimizer optimizer,
    RandomStreams random)
    implements AutoCloseable {

  /** Makes all parts anew from the seed. */
  static TrialParts make(Experiment experiment, TrialSpecification specification) {
    Engines engines = Engines.installed();
    engines.choose(specification.engine()); // says what is missing before data fails without it
    RandomStreams random = new RandomStreams(specification.seed());
    DataStore store =
        new DataStore(
            Path.of(specification.dataDirectory()), Path.of(specification.baseDirectory()));
    Selection<Benchmark> benchmark = experiment.benchmark();
    TaskStream tasks =
        evaluated(
            experiment,
            benchmark.create().open(benchmark.parameters(), store, random),
            new TrialTexts(specification));
    ModelSpec model = specify(experiment.model(), tasks, specification);
    Engine engine = engines.choose(specification.engine(), model);
    Network network = engine.compile(model, random.stream("init"), random.stream("dropout"));
    Scenario scenario = benchmark.create().scenario(benchmark.parameters());
    MethodChain methods =
        MethodChain.begin(
            experiment.method(),
            p ->
                new MethodContext(
                    p, network, tasks, scenario, experiment.training().batchSize(), random));
    Optimizer optimizer = begin(experiment.training().optimizer(), network, random);
    return new TrialParts(experiment, tasks, engine, network, methods, optimizer, random);
  }

  private static TaskStream evaluated(Experiment experiment, TaskStream tasks, TrialTexts texts) {
    if (!experiment.evaluated().equals(Optional.of(Experiment.Evaluated.VALIDATION))) {
      return tasks;
    }
    TaskStream sealed = new SealedTaskStream(tasks);
    for (int i = 0; i < sealed.size(); i++) {
      Task task = sealed.task(i);
      if (task.validation().size() == 0) {
        throw new IllegalTrialException(texts.nothingHeldOut(task));
      }
    }
    return sealed;
  }

  private static ModelSpec specify(
      Selection<Architecture> model, TaskStream tasks, TrialSpecification specification) {
    Path base = Path.of(specification.baseDirectory());
    return model.create().specify(model.parameters(), tasks.inputShape(), tasks.outputs(), base);
  }

  private static Optimizer begin(
      Selection<Optimizer> selection, Network network, RandomStreams random) {
    Optimizer optimizer = selection.create();
    optimizer.begin(selection.parameters(), network.layout(), random);
    return optimizer;
  }

  @Override
  public void close() {
    network.close();
  }
}
