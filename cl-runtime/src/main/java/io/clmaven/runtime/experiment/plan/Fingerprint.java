package io.clmaven.runtime.experiment.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can change a number, part by part, so that a difference can be named: the
 * effective configuration (one part per setting), data, code, backend, Java, platform, threads. Not
 * in it: seeds, gate rules, memory limits and paths.
 */
public final class Fingerprint {

  private final SortedMap<String, String> parts;

  /** Makes a fingerprint of parts. */
  @JsonCreator
  public Fingerprint(Map<String, String> parts) {
    this.parts = new TreeMap<>(parts);
  }

  /** Returns the parts in alphabetical order. */
  @JsonValue
  public Map<String, String> parts() {
    return java.util.Collections.unmodifiableSortedMap(parts);
  }

  /** Returns the differences to an earlier fingerprint, {@code part: old -> new} each. */
  public List<String> changesSince(Fingerprint earlier) {
    TreeMap<String, String> all = new TreeMap<>(earlier.parts);
    all.putAll(parts);
    List<String> changes = new ArrayList<>();
    for (String part : all.keySet()) {
      String before = earlier.parts.getOrDefault(part, "(none)");
      String now = parts.getOrDefault(part, "(none)");
      if (!before.equals(now)) {
        changes.add("%s: %s -> %s".formatted(part, before, now));
      }
    }
    return changes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
