package io.clmaven.runtime.experiment.plan;

/**
 * What an experiment or a sweep leaves out that its preset is meant to have.
 *
 * @param of name of the experiment or sweep
 * @param text one sentence or two
 */
public record Hint(String of, String text) {}
