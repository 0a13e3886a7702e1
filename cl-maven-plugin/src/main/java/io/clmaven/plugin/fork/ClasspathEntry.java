package io.clmaven.plugin.fork;

import java.nio.file.Path;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.artifact.Artifact;

/**
 * A resolved artifact on a class path.
 *
 * @param groupId group
 * @param artifactId name
 * @param classifier empty if there is none
 * @param version version, a SNAPSHOT as {@code -SNAPSHOT}
 * @param file jar, or a folder of classes in a reactor
 */
public record ClasspathEntry(
    String groupId, String artifactId, String classifier, String version, Path file) {

  static ClasspathEntry of(Artifact artifact) {
    return new ClasspathEntry(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getClassifier(),
        artifact.getBaseVersion(),
        artifact.getFile().toPath());
  }

  /** Returns what two versions of the same thing have in common. */
  String key() {
    return String.join(":", groupId, artifactId, classifier);
  }

  boolean isNewerThan(ClasspathEntry other) {
    return new ComparableVersion(version).compareTo(new ComparableVersion(other.version)) > 0;
  }

  String coordinates() {
    String middle = classifier.isEmpty() ? "" : classifier + ":";
    return "%s:%s:%s%s".formatted(groupId, artifactId, middle, version);
  }
}
