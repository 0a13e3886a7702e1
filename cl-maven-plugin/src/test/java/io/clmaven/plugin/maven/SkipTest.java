package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.progress.RecordingLog;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class SkipTest {

  private static final String POM = "src/test/resources/projects/one-experiment/pom.xml";

  private final RecordingLog log = new RecordingLog();

  @Test
  @InjectMojo(goal = "train", pom = POM)
  @MojoParameter(name = "skipTrain", value = "true")
  void skipsTrain(TrainMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:train: cl.train.skip is set.");
  }

  @Test
  @InjectMojo(goal = "validate", pom = POM)
  @MojoParameter(name = "skipValidate", value = "true")
  void skipsValidate(ValidateMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:validate: cl.validate.skip is set.");
  }

  @Test
  @InjectMojo(goal = "download-data", pom = POM)
  @MojoParameter(name = "skipDownloadData", value = "true")
  void skipsDownloadData(DownloadDataMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:download-data: cl.download-data.skip is set.");
  }

  @Test
  @InjectMojo(goal = "list", pom = POM)
  @MojoParameter(name = "skipList", value = "true")
  void skipsList(ListMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:list: cl.list.skip is set.");
  }

  @Test
  @InjectMojo(goal = "doctor", pom = POM)
  @MojoParameter(name = "skipDoctor", value = "true")
  void skipsDoctor(DoctorMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:doctor: cl.doctor.skip is set.");
  }

  @Test
  @InjectMojo(goal = "check", pom = POM)
  @MojoParameter(name = "skipCheck", value = "true")
  void skipsCheck(CheckMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:check: cl.check.skip is set.");
  }

  @Test
  @InjectMojo(goal = "check", pom = POM)
  @MojoParameter(name = "experimentDirectory", value = "${project.basedir}/src")
  void doesNotSkipCheckOfAnEmptyFolder(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageEndingWith(
            "it holds no experiment (*.yaml). Add one, or set cl.check.failIfNoResults to false.");
  }

  @Test
  @InjectMojo(goal = "update-baseline", pom = POM)
  @MojoParameter(name = "skipUpdateBaseline", value = "true")
  void skipsUpdateBaseline(UpdateBaselineMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:update-baseline: cl.update-baseline.skip is set.");
  }

  @Test
  @InjectMojo(goal = "report", pom = POM)
  @MojoParameter(name = "skipReport", value = "true")
  void skipsReport(ReportMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:report: cl.report.skip is set.");
  }

  @Test
  @InjectMojo(goal = "report-aggregate", pom = POM)
  @MojoParameter(name = "skipReportAggregate", value = "true")
  void skipsReportAggregate(ReportAggregateMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:report-aggregate: cl.report-aggregate.skip is set.");
  }

  @Test
  @InjectMojo(goal = "sweep", pom = POM)
  @MojoParameter(name = "skipSweep", value = "true")
  void skipsSweep(SweepMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:sweep: cl.sweep.skip is set.");
  }

  @Test
  @InjectMojo(goal = "sweep", pom = POM)
  void warnsWhereThereIsNoSweep(SweepMojo mojo) throws Exception {
    mojo.setLog(log);
    mojo.execute();

    assertThat(log.lines())
        .containsExactly(
            "WARN Skipping cl:sweep: there is no sweep (*.yaml) in"
                + " 'src/test/resources/projects/one-experiment/src/main/cl/sweeps'.");
  }

  @Test
  @InjectMojo(goal = "train", pom = POM)
  @MojoParameter(name = "skip", value = "true")
  void skipsEverything(TrainMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:train: cl.skip is set.");
  }

  @Test
  @InjectMojo(goal = "train", pom = POM)
  @MojoParameter(name = "skip", value = "true")
  @MojoParameter(name = "skipTrain", value = "true")
  void namesEveryReason(TrainMojo mojo) throws Exception {
    assertSkipped(mojo, "Skipping cl:train: cl.skip is set; cl.train.skip is set.");
  }

  private void assertSkipped(AbstractMojo mojo, String line) throws Exception {
    mojo.setLog(log);
    mojo.execute();

    assertThat(log.lines()).containsExactly("INFO " + line);
  }
}
