package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.IoCause;
import io.clmaven.plugin.fork.Versions;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.Diagnosis.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** What Maven's side sees: versions. The rest is the worker's to see, if one can be started. */
final class BuildDiagnosis {

  private static final String SITE_PLUGIN = "org.apache.maven.plugins:maven-site-plugin";
  private static final String OLDEST_SITE_PLUGIN = "3.21.0";
  private static final long MIB = 1L << 20;

  private final MavenProject project;
  private final String mavenVersion;

  BuildDiagnosis(MavenProject project, String mavenVersion) {
    this.project = project;
    this.mavenVersion = mavenVersion;
  }

  List<Finding> findings() {
    return List.of(
        new Finding("cl-maven-plugin", Versions.ofThisBuild().plugin(), Level.OK),
        new Finding("Maven", mavenVersion, Level.OK),
        new Finding(
            "Maven's Java",
            "%s at %s"
                .formatted(System.getProperty("java.version"), System.getProperty("java.home")),
            Level.OK),
        sitePlugin());
  }

  /** Returns what can be seen although no worker can be started: the failure and the disk. */
  static List<Finding> withoutWorker(String failure, Path cache) {
    return List.of(new Finding("worker", failure, Level.ERROR), cacheDisk(cache));
  }

  private static Finding cacheDisk(Path cache) {
    Path existing = cache.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    String topic = "data cache";
    try {
      long free = Files.getFileStore(existing).getUsableSpace() / MIB;
      return new Finding(topic, "'%s', %d MiB free".formatted(cache, free), Level.OK);
    } catch (IOException e) {
      return new Finding(topic, "'%s': %s".formatted(cache, IoCause.of(e)), Level.ERROR);
    }
  }

  private Finding sitePlugin() {
    Optional<String> version =
        Optional.ofNullable(project.getBuild())
            .map(build -> build.getPluginsAsMap().get(SITE_PLUGIN))
            .or(this::managedSitePlugin)
            .map(Plugin::getVersion);
    String topic = "maven-site-plugin";
    if (project.getFile() == null) {
      return new Finding(topic, "not looked at: there is no project here", Level.OK);
    }
    boolean isNewEnough =
        version
            .map(ComparableVersion::new)
            .filter(v -> v.compareTo(new ComparableVersion(OLDEST_SITE_PLUGIN)) >= 0)
            .isPresent();
    String found = version.orElse("not in the POM");
    return isNewEnough
        ? new Finding(topic, found, Level.OK)
        : new Finding(
            topic,
            "%s; cl:report needs %s or newer in 'mvn site': pin it in the POM"
                .formatted(found, OLDEST_SITE_PLUGIN),
            Level.WARN);
  }

  private Optional<Plugin> managedSitePlugin() {
    return Optional.ofNullable(project.getPluginManagement())
        .map(management -> management.getPluginsAsMap().get(SITE_PLUGIN));
  }
}
