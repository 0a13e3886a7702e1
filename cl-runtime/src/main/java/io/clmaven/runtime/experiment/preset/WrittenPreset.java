package io.clmaven.runtime.experiment.preset;

/** A preset that a table writes. */
interface WrittenPreset {

  /** Returns its name. */
  String name();

  /** Returns the text of the file that it would be. */
  String text();
}
