package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneReportTest {

  @TempDir Path run;
  private Path plan;
  private Path result;
  private Path baseline;

  @BeforeEach
  void reportOnAPlanAResultAndABaseline() throws IOException {
    plan = write("plan.json", 10);
    result = write("gpm/seed-1/results.json", 20);
    baseline = write("baselines/gpm.json", 30);
    Files.setLastModifiedTime(baseline.getParent(), FileTime.fromMillis(30));
    write("report/index.html", 40);
  }

  @Test
  void reportThatIsNewerShowsEverything() {
    assertThat(isCurrent()).isTrue();
  }

  @Test
  void newerResultIsNotShown() throws IOException {
    touch(result, 50);
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void newerBaselineIsNotShown() throws IOException {
    touch(baseline, 50);
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void baselineThatIsGoneIsStillShown() throws IOException {
    Files.delete(baseline);
    touch(baseline.getParent(), 50);
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void missingReportShowsNothing() throws IOException {
    Files.delete(run.resolve("report/index.html"));
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void samePlanWrittenAgainIsShown() throws IOException {
    StandaloneReport report = new StandaloneReport(run);
    write("plan.json", 50);
    report.forgetSamePlan();
    assertThat(isCurrent()).isTrue();
  }

  @Test
  void otherPlanIsNotShown() throws IOException {
    StandaloneReport report = new StandaloneReport(run);
    Files.writeString(plan, "other");
    touch(plan, 50);
    report.forgetSamePlan();
    assertThat(isCurrent()).isFalse();
  }

  private boolean isCurrent() {
    return new StandaloneReport(run).shows(List.of(result), baseline.getParent());
  }

  private Path write(String name, long time) throws IOException {
    Path file = run.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    touch(file, time);
    return file;
  }

  private static void touch(Path file, long time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }
}
