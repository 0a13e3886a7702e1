package io.clmaven.plugin.fork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the class path of the project with that of the runtime. The project's entries come first
 * and keep their order. Of an artifact that both have, one version stays: the runtime's for the
 * engine and its native libraries, which only fit together as a set, and the newer one for
 * everything else.
 */
final class ClasspathMerge {

  private static final Set<String> ENGINE_GROUPS =
      Set.of("org.nd4j", "org.deeplearning4j", "org.bytedeco", "io.clmaven");

  private ClasspathMerge() {}

  static List<ClasspathEntry> merge(List<ClasspathEntry> project, List<ClasspathEntry> runtime) {
    Map<String, ClasspathEntry> rest = new LinkedHashMap<>();
    runtime.forEach(entry -> rest.putIfAbsent(entry.key(), entry));
    List<ClasspathEntry> merged = new ArrayList<>();
    for (ClasspathEntry entry : project) {
      ClasspathEntry other = rest.remove(entry.key());
      merged.add(other == null ? entry : choose(entry, other));
    }
    merged.addAll(rest.values());
    return merged;
  }

  private static ClasspathEntry choose(ClasspathEntry project, ClasspathEntry runtime) {
    if (ENGINE_GROUPS.contains(runtime.groupId())) {
      return runtime;
    }
    return runtime.isNewerThan(project) ? runtime : project;
  }
}
