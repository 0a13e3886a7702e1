package io.clmaven.runtime.experiment.trial;

/** Writes the checkpoints of a running trial and says so. */
final class Checkpoints {

  private final CheckpointStore store;
  private final TrialState state;
  private final TrialListener listener;

  Checkpoints(CheckpointStore store, TrialState state, TrialListener listener) {
    this.store = store;
    this.state = state;
    this.listener = listener;
  }

  void write() {
    long step = state.position().total();
    store.write(step, state::save);
    state.ledger().markOther();
    listener.checkpointed(step);
  }
}
