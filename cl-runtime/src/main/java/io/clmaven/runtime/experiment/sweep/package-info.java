/**
 * A search over settings of an experiment: its files, the points of a grid or drawn at random, and
 * the experiments that they are. Every point is evaluated on validation examples only.
 */
package io.clmaven.runtime.experiment.sweep;
