/**
 * What an experiment measures beside accuracies. An {@link
 * io.clmaven.runtime.experiment.analysis.Analysis} looks at the network after each task and leaves
 * a result of its own; what the network learns stays the same bit for bit. May use {@code
 * experiment.result} and everything from {@code benchmark} down.
 */
package io.clmaven.runtime.experiment.analysis;
