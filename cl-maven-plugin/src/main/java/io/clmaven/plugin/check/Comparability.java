package io.clmaven.plugin.check;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two measurements must share to be compared: data, benchmark, the examples that accuracies
 * are measured on and kind of backend. Everything else, as a method, the length of training or the
 * CPU, may differ: that is what is compared.
 */
final class Comparability {

  private static final String BACKEND = "backend";
  private static final Pattern KIND = Pattern.compile("nd4j-[a-z]+");

  private Comparability() {}

  /** Returns the parts of a fingerprint that make results comparable. */
  static SortedMap<String, String> of(Fingerprint fingerprint) {
    TreeMap<String, String> parts = new TreeMap<>();
    for (Map.Entry<String, String> part : fingerprint.parts().entrySet()) {
      String name = part.getKey();
      if (name.equals(BACKEND)) {
        parts.put(BACKEND, kind(part.getValue()));
      } else if (name.equals("benchmark")
          || name.equals("evaluated")
          || name.startsWith("benchmark.")
          || name.startsWith("data.")) {
        parts.put(name, part.getValue());
      }
    }
    return parts;
  }

  /**
   * The part lists all libraries with versions and instruction sets; the kind is in one of them.
   */
  private static String kind(String backend) {
    Matcher kind = KIND.matcher(backend);
    return kind.find() ? kind.group() : backend;
  }

  /** Returns the differences, {@code part: before -> now} each. */
  static List<String> differences(SortedMap<String, String> before, SortedMap<String, String> now) {
    return new Fingerprint(now).changesSince(new Fingerprint(before));
  }
}
