package io.clmaven.plugin.train;

import io.clmaven.plugin.uptodate.Verdict;

/**
 * A trial and whether it has to run.
 *
 * @param trial the trial
 * @param verdict why it has to run, if it has to
 */
record JudgedTrial(Trial trial, Verdict verdict) {}
