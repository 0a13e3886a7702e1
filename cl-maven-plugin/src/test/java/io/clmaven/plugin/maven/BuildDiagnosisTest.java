package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.Diagnosis.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildDiagnosisTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"3.21.0", "3.22.0", "4.0.0"})
  void acceptsASitePluginThatCanRenderTheReport(String version) {
    assertThat(sitePlugin(projectWith(version)))
        .isEqualTo(new Finding("maven-site-plugin", version, Level.OK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.3", "3.12.1", "3.20.0", "3.21.0-M1"})
  void warnsOfAnOldSitePlugin(String version) {
    assertThat(sitePlugin(projectWith(version)))
        .isEqualTo(
            new Finding(
                "maven-site-plugin",
                version + "; cl:report needs 3.21.0 or newer in 'mvn site': pin it in the POM",
                Level.WARN));
  }

  @Test
  void doesNotLookForASitePluginOutsideAProject() {
    MavenProject none = new MavenProject();
    none.getModel().setBuild(new Build());

    assertThat(sitePlugin(none))
        .isEqualTo(
            new Finding("maven-site-plugin", "not looked at: there is no project here", Level.OK));
  }

  @Test
  void showsTheDiskOfTheDataCacheWhereNoWorkerCanBeStarted() {
    Path cache = folder.resolve("not/yet/there");

    List<Finding> findings = BuildDiagnosis.withoutWorker("Cannot start a worker: no.", cache);

    assertThat(findings).hasSize(2);
    assertThat(findings.get(0))
        .isEqualTo(new Finding("worker", "Cannot start a worker: no.", Level.ERROR));
    assertThat(findings.get(1).topic()).isEqualTo("data cache");
    assertThat(findings.get(1).level()).isEqualTo(Level.OK);
    assertThat(findings.get(1).text())
        .matches(Pattern.quote("'%s', ".formatted(cache)) + "[1-9]\\d* MiB free");
  }

  private Finding sitePlugin(MavenProject project) {
    return new BuildDiagnosis(project, "3.9.16")
        .findings().stream()
            .filter(finding -> finding.topic().equals("maven-site-plugin"))
            .findFirst()
            .orElseThrow();
  }

  private MavenProject projectWith(String version) {
    Plugin site = new Plugin();
    site.setArtifactId("maven-site-plugin");
    site.setVersion(version);
    Build build = new Build();
    build.addPlugin(site);
    MavenProject project = new MavenProject();
    project.getModel().setBuild(build);
    project.setFile(folder.resolve("pom.xml").toFile());
    return project;
  }
}
