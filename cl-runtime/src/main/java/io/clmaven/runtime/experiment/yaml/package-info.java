/**
 * From the text of an experiment file to records and back: a tree of nodes that know their place,
 * one class for each type of setting (how it is read, written, described and put into the JSON
 * Schema), and the texts of all mistakes. Knows nothing of particular experiments.
 */
package io.clmaven.runtime.experiment.yaml;
