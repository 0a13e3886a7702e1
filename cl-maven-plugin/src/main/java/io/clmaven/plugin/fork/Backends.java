package io.clmaven.plugin.fork;

import java.util.List;

/** Finds ND4J backends on a class path; exactly one has to be there. */
final class Backends {

  static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private Backends() {}

  static List<ClasspathEntry> in(List<ClasspathEntry> entries) {
    return ClasspathScan.holding(SERVICE, entries);
  }

  /** Checks that there is exactly one and returns it. */
  static ClasspathEntry only(List<ClasspathEntry> entries) {
    List<ClasspathEntry> found = in(entries);
    if (found.size() != 1) {
      throw ForkMessages.backends(found);
    }
    return found.get(0);
  }
}
