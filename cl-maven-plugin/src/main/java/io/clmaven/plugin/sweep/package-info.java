/**
 * Searches over settings: runs the points of a sweep rung by rung with what trains experiments,
 * ranks them by validation results and writes the winner as an experiment.
 */
package io.clmaven.plugin.sweep;
