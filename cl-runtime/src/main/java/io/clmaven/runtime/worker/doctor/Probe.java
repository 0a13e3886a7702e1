package io.clmaven.runtime.worker.doctor;

import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.Diagnosis.Level;

/** Looks at one thing. */
@FunctionalInterface
interface Probe {

  Finding look();

  static Finding ok(String topic, String text) {
    return new Finding(topic, text, Level.OK);
  }

  static Finding warn(String topic, String text) {
    return new Finding(topic, text, Level.WARN);
  }

  static Finding error(String topic, String text) {
    return new Finding(topic, text, Level.ERROR);
  }
}
