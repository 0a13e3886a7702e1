package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.DoctorRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final Path RUN = Path.of("run");
  private static final String ANSWER = RUN.resolve(".worker/doctor/answer.json").toString();

  @Test
  void asksTheDoctorAboutCacheResultsAndEngine() {
    assertThat(
            Questions.doctor(RUN, Path.of("cache"), Optional.of(Path.of("results")), "dl4j")
                .request())
        .isEqualTo(new DoctorRequest("cache", "results", "dl4j", ANSWER));
  }

  @Test
  void asksTheDoctorAboutNoResultsOutsideAProject() {
    assertThat(Questions.doctor(RUN, Path.of("cache"), Optional.empty(), "auto").request())
        .isEqualTo(new DoctorRequest("cache", null, "auto", ANSWER));
  }
}
