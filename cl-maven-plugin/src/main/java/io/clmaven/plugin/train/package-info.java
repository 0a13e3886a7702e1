/**
 * Training as one run: plans with a worker, chooses the trials that have to run, runs them side by
 * side in workers, and sums up. Uses {@code fork}, {@code uptodate}, {@code progress}.
 */
package io.clmaven.plugin.train;
