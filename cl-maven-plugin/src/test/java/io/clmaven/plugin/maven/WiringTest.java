package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.progress.RecordingLog;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class WiringTest {

  private static final String POM = "src/test/resources/projects/one-experiment/pom.xml";

  @Test
  @InjectMojo(goal = "train", pom = POM)
  void hasDefaults(TrainMojo mojo) throws Exception {
    assertThat(value(mojo, "parallel")).isEqualTo(1);
    assertThat(value(mojo, "threads")).isEqualTo(1);
    assertThat(value(mojo, "runId")).isEqualTo("default");
    assertThat(value(mojo, "engine")).isEqualTo("auto");
    assertThat(value(mojo, "backend")).isEqualTo("native");
    assertThat(value(mojo, "maxHeap")).isEqualTo("2g");
    assertThat(value(mojo, "maxOffHeap")).isEqualTo("4g");
    assertThat(value(mojo, "heartbeatTimeout")).isEqualTo("120s");
    assertThat(value(mojo, "timeout")).isNull();
    assertThat(value(mojo, "tools")).isNotNull();
    assertThat(value(mojo, "training")).isNotNull();
  }

  @Test
  @InjectMojo(goal = "train", pom = POM)
  @MojoParameter(name = "parallel", value = "0")
  void refusesToRunNoTrialAtATime(TrainMojo mojo) {
    assertFailure(
        mojo, "Cannot use 0 of cl.parallel: at least one trial has to run. Set it to 1 or more.");
  }

  @Test
  @InjectMojo(goal = "train", pom = POM)
  @MojoParameter(name = "maxHeap", value = "lots")
  void refusesABadAmountOfMemory(TrainMojo mojo) {
    assertFailure(
        mojo,
        "Cannot read 'lots' of cl.fork.maxHeap: it is not an amount of memory. Write for example '512m' or '2g'.");
  }

  @Test
  @InjectMojo(goal = "validate", pom = POM)
  @MojoParameter(name = "threads", value = "0")
  void refusesATrialWithoutAThread(ValidateMojo mojo) {
    assertFailure(
        mojo,
        "Cannot use 0 of cl.fork.threads: a trial needs at least one thread. Set it to 1 or more.");
  }

  private static void assertFailure(AbstractClMojo mojo, String message) {
    mojo.setLog(new RecordingLog());
    assertThatThrownBy(mojo::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessage(message);
  }

  private static Object value(AbstractClMojo mojo, String name) throws Exception {
    return MojoExtension.getVariableValueFromObject(mojo, name);
  }
}
