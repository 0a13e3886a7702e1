package io.clmaven.runtime.experiment.trial;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.random.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A real trial of a {@link Continuum}: only the data, the parameters at the start and the order of
 * the examples are the file's.
 */
final class ContinuumTrial {

  private final Continuum continuum;
  private final Ends ends;

  ContinuumTrial(Continuum continuum) {
    this.continuum = continuum;
    this.ends = new Ends(continuum.file());
  }

  TrialResult run(Path directory, String engine) {
    TrialSpecification specification =
        new TrialSpecification(
            "continuum",
            1,
            JsonNodeFactory.instance.objectNode(),
            new Fingerprint(Map.of()),
            directory.toString(),
            directory.toString(),
            directory.toString(),
            engine);
    TrialWatch watch = TrialWatch.of(new TrialListener() {}, new StopRequest());
    try (TrialRunner runner =
        new TrialRunner(experiment(), specification, watch, random -> storedOrder())) {
      return runner.run();
    }
  }

  /** Returns the parameters after the last task, as tensors by name. */
  void checkParameters(JsonNode expected, NamedTensors.Comparison comparison) {
    NamedTensors.check(ends.network.layout(), ends.last, expected, comparison);
  }

  private Experiment experiment() {
    Continuum.Recipe recipe = continuum.recipe();
    List<Selection<ContinualMethod>> methods = new ArrayList<>(recipe.method());
    methods.add(0, select(ends));
    return new Experiment(
        Optional.empty(),
        select(new Stored(continuum)),
        select(new Described(continuum)),
        methods,
        recipe.training(),
        Map.of(),
        List.of(1L),
        Map.of(),
        Optional.empty());
  }

  private static <C extends Component> Selection<C> select(C component) {
    return new Selection<>(component.declaration(), new Declaration.None(), () -> component);
  }

  private static EpochOrder storedOrder() {
    return new EpochOrder(n -> IntStream.range(0, n).toArray());
  }

  private static Declaration declaration() {
    return new Declaration("stored", "Stored.", "made for tests", Declaration.None.class);
  }

  private record Stored(Continuum continuum) implements Benchmark {

    @Override
    public Declaration declaration() {
      return ContinuumTrial.declaration();
    }

    @Override
    public Scenario scenario(Record parameters) {
      return Scenario.TASK;
    }

    @Override
    public List<Selection<DataSet>> dataSets(Record parameters) {
      return List.of();
    }

    @Override
    public TaskStream open(Record parameters, DataStore store, RandomStreams random) {
      return continuum.tasks();
    }
  }

  private record Described(Continuum continuum) implements Architecture {

    @Override
    public Declaration declaration() {
      return ContinuumTrial.declaration();
    }

    @Override
    public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
      return LayerList.model(field(continuum.file(), "model"), inputShape);
    }
  }

  /** Sets the parameters at the start and keeps those at the end. */
  private static final class Ends implements ContinualMethod {

    private final JsonNode file;
    private Network network;
    private float[] last = {};

    Ends(JsonNode file) {
      this.file = file;
    }

    @Override
    public Declaration declaration() {
      return ContinuumTrial.declaration();
    }

    @Override
    public void begin(MethodContext context) {
      network = context.network();
      LayerList.load(field(file, "init_params"), network);
      if (file.has("init_buffers")) {
        NamedTensors.load(file.get("init_buffers"), network.statistics());
      }
    }

    @Override
    public void afterTask(Task task) {
      last = network.parameters().pull().clone();
    }
  }
}
