/**
 * Runs one trial: the training loop, learning-rate control, evaluation, checkpoints and results.
 * Knows methods, benchmarks and engines by their SPIs only; tells a {@link
 * io.clmaven.runtime.experiment.trial.TrialListener} what happens.
 */
package io.clmaven.runtime.experiment.trial;
