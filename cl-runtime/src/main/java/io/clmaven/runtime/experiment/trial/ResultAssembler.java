package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.Cost;
import io.clmaven.runtime.experiment.result.TrialResult.TaskCost;
import io.clmaven.runtime.metric.Metrics;
import io.clmaven.runtime.state.StateWriter;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the results of a trial whose tasks are all learnt. */
final class ResultAssembler {

  private final TrialSpecification specification;
  private final TrialState state;

  ResultAssembler(TrialSpecification specification, TrialState state) {
    this.specification = specification;
    this.state = state;
  }

  TrialResult assemble() {
    Ledger ledger = state.ledger();
    ledger.markOther();
    Snapshot network = new Snapshot(state.parts().network(), "network");
    network.take();
    return new TrialResult(
        TrialResult.SCHEMA,
        specification.experiment(),
        specification.seed(),
        specification.configuration(),
        taskNames(),
        ledger.accuracy(),
        Metrics.compute(ledger.accuracy()),
        ledger.tasks(),
        cost(ledger),
        HostFacts.environment(state.parts().engine().id()),
        specification.fingerprint(),
        network.sha256(),
        ledger.resumes(),
        state.parts().methods().diagnostics().and(state.parts().optimizer().diagnostics()));
  }

  private List<String> taskNames() {
    return IntStream.range(0, state.parts().tasks().size())
        .mapToObj(i -> state.parts().tasks().task(i).name())
        .toList();
  }

  private Cost cost(Ledger ledger) {
    double training = ledger.tasks().stream().mapToDouble(TaskCost::trainingSeconds).sum();
    long samples = ledger.tasks().stream().mapToLong(TaskCost::samples).sum();
    return new Cost(
        ledger.seconds(),
        training > 0 ? samples / training : 0,
        LinuxProc.here().peakMemoryBytes().orElse(0L),
        stateBytes());
  }

  private long stateBytes() {
    ByteCounter counter = new ByteCounter();
    StateWriter out = new StateWriter(counter);
    state.parts().optimizer().save(out);
    state.parts().methods().save(out);
    return counter.count;
  }

  private static final class ByteCounter extends OutputStream {

    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
