package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two measurements must share to be compared: data, benchmark, engine and backend. Everything
 * else, as a method or the length of training, may differ: that is what is compared.
 */
final class Comparability {

  private static final List<String> PREFIXES = List.of("data", "benchmark", "backend", "engine");

  private Comparability() {}

  /** Returns the parts of a fingerprint that make results comparable. */
  static SortedMap<String, String> of(Fingerprint fingerprint) {
    TreeMap<String, String> parts = new TreeMap<>(fingerprint.parts());
    parts.keySet().removeIf(part -> PREFIXES.stream().noneMatch(prefix -> isBelow(part, prefix)));
    return parts;
  }

  private static boolean isBelow(String part, String prefix) {
    return part.equals(prefix)
        || part.startsWith(prefix + ".")
        || part.startsWith(prefix + ":")
        || part.startsWith(prefix + "/");
  }

  /** Returns the differences, {@code part: before -> now} each. */
  static List<String> differences(SortedMap<String, String> before, SortedMap<String, String> now) {
    return new Fingerprint(now).changesSince(new Fingerprint(before));
  }
}
