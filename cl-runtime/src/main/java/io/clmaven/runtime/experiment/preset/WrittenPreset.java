package io.clmaven.runtime.experiment.preset;

import java.util.Optional;

/** A preset that a table writes. */
interface WrittenPreset {

  /** Returns its name. */
  String name();

  /** Returns the text of the file that it would be. */
  String text();

  /** Returns the name of the preset whose small twin it is, if it is one. */
  default Optional<String> twinOf() {
    return Optional.empty();
  }

  /** Returns what it leaves to its user, if there is something. */
  default Optional<Omission> omission() {
    return Optional.empty();
  }
}
