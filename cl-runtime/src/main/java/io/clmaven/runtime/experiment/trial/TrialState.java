package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.function.LongSupplier;

/** Everything of a trial that changes while it runs: what a checkpoint holds. */
final class TrialState implements Stateful, AutoCloseable {

  private static final String NETWORK = "network";

  private final TrialParts parts;
  private final Evaluator evaluator;
  private final Trainer trainer;
  private final RateControl rate;
  private final Ledger ledger;
  private final Analyses analyses;
  private final Position position;
  private final EpochOrder order;
  private boolean loaded;

  TrialState(TrialParts parts, EpochOrder order, LongSupplier nanoTime) {
    Loss loss = new SoftmaxCrossEntropy();
    Training training = parts.experiment().training();
    this.parts = parts;
    this.order = order;
    this.position = new Position(parts.tasks().size(), training.passes());
    this.ledger = new Ledger(nanoTime);
    this.trainer = new Trainer(parts, loss, position);
    this.evaluator = new Evaluator(parts.network(), loss, training.evaluationBatchSize());
    this.rate =
        training
            .schedule()
            .<RateControl>map(limits -> new ValidationControl(limits, parts, evaluator))
            .orElse(RateControl.CONSTANT);
    this.analyses = new Analyses(parts);
  }

  TrialParts parts() {
    return parts;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Trainer trainer() {
    return trainer;
  }

  RateControl rate() {
    return rate;
  }

  Ledger ledger() {
    return ledger;
  }

  Analyses analyses() {
    return analyses;
  }

  Position position() {
    return position;
  }

  EpochOrder order() {
    return order;
  }

  /** Returns whether {@link #load} was called, be it without success. */
  boolean isLoaded() {
    return loaded;
  }

  @Override
  public void save(StateWriter out) {
    position.save(out);
    order.save(out);
    ledger.save(out);
    Snapshot network = new Snapshot(parts.network(), NETWORK);
    network.take();
    network.save(out);
    parts.optimizer().save(out);
    rate.save(out);
    parts.methods().save(out);
    analyses.save(out);
    parts.random().save(out);
  }

  @Override
  public void load(StateReader in) {
    loaded = true;
    position.load(in);
    order.load(in);
    ledger.load(in);
    Snapshot network = new Snapshot(parts.network(), NETWORK);
    network.load(in);
    network.restore();
    parts.optimizer().load(in);
    rate.load(in);
    parts.methods().load(in);
    analyses.load(in);
    parts.random().load(in);
  }

  @Override
  public void close() {
    parts.close();
  }
}
