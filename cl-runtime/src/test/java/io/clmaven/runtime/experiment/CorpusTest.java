package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.corpus.CorpusLoader;
import io.clmaven.runtime.experiment.plan.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every broken file yields exactly the messages beside it; every valid one yields none. */
class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  private final ExperimentReader reader = new ExperimentReader(new CorpusLoader());

  @TestFactory
  Stream<DynamicTest> brokenFilesHaveTheExpectedMessages() {
    return Stream.of("broken", "broken-extends")
        .flatMap(
            folder ->
                experiments(folder)
                    .map(file -> DynamicTest.dynamicTest(file, () -> assertBroken(folder, file))));
  }

  @TestFactory
  Stream<DynamicTest> validFilesHaveNoProblems() {
    return experiments("valid").map(file -> DynamicTest.dynamicTest(file, () -> assertValid(file)));
  }

  @Test
  void theCorpusHasAtLeastHundredBrokenFiles() {
    assertThat(experiments("broken")).hasSizeGreaterThanOrEqualTo(100);
  }

  private void assertBroken(String folder, String file) throws IOException {
    Path expected = CORPUS.resolve(folder).resolve(ExperimentFiles.name(file) + ".expected");
    assertThat(messages(folder, file)).isEqualTo(Files.readString(expected));
  }

  private void assertValid(String file) {
    ExperimentReader.Reading reading = reader.read(CORPUS.resolve("valid"), file);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.experiment()).isPresent();
  }

  private static Stream<String> experiments(String folder) {
    return ExperimentFiles.of(CORPUS.resolve(folder)).complete().stream();
  }

  private String messages(String folder, String file) {
    ExperimentReader.Reading reading = reader.read(CORPUS.resolve(folder), file);
    assertThat(reading.experiment()).isEmpty();
    List<Problem> problems = reading.problems();
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n")) + "\n";
  }
}
