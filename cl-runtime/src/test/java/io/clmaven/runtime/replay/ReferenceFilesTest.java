package io.clmaven.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilesTest {

  private static final Map<String, Map<String, Replay>> FAMILIES =
      Map.of(
          "gpm",
          Map.of(
              "sum", file -> Stream.of(DynamicTest.dynamicTest("one", () -> {})),
              "product", file -> Stream.empty()));

  @TempDir Path directory;

  @Test
  void dispatchesByFolderAndKindWhateverTheNameOfTheFile() throws IOException {
    write("gpm/deeper/any name.json", "{'kind': 'sum'}");
    assertThat(only().getDisplayName()).isEqualTo("gpm/deeper/any name.json: one");
  }

  @Test
  void someFamiliesCallTheKindASchema() throws IOException {
    write("gpm/a.json", "{'schema': 'sum'}");
    assertThat(only().getDisplayName()).isEqualTo("gpm/a.json: one");
  }

  @Test
  void aCaseIsAKindOnceItsNumberIsGone() throws IOException {
    write("gpm/a.json", "{'case': '07_sum'}");
    assertThat(only().getDisplayName()).isEqualTo("gpm/a.json: one");
  }

  @Test
  void theDirectoryItselfMayBeTheFolderOfAFamily() throws IOException {
    Path file = write("gpm/a.json", "{'kind': 'sum'}");
    assertThat(new ReferenceFiles(file.getParent(), FAMILIES).tests())
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("a.json: one");
  }

  @Test
  void anUnknownKindFails() throws IOException {
    write("gpm/a.json", "{'kind': 'quotient'}");
    assertThat(failure())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Cannot replay 'gpm/a.json': its kind 'quotient' is unknown. Known kinds of this"
                + " family: product, sum.");
  }

  @Test
  void aMissingKindFails() throws IOException {
    write("gpm/a.json", "{}");
    assertThat(failure())
        .hasMessage(
            "Cannot replay 'gpm/a.json': it has no field 'kind', 'schema' or 'case'. Known kinds of this family:"
                + " product, sum.");
  }

  @Test
  void anUnknownFamilyFails() throws IOException {
    write("tag/a.json", "{'kind': 'sum'}");
    assertThat(failure())
        .hasMessage(
            "Cannot replay 'tag/a.json': no folder above it bears the name of a family. Known"
                + " families: gpm.");
  }

  @Test
  void aFileWithoutCasesFails() throws IOException {
    write("gpm/a.json", "{'kind': 'product'}");
    assertThat(failure()).hasMessage("Cannot replay 'gpm/a.json': there is no case in it.");
  }

  @Test
  void aDirectoryWithoutFilesFails() {
    assertThatThrownBy(() -> new ReferenceFiles(directory, FAMILIES).tests())
        .hasMessage("Cannot replay '%s': there is no JSON file in it.".formatted(directory));
  }

  @Test
  void aMissingDirectoryFails() {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> new ReferenceFiles(missing, FAMILIES).tests())
        .hasMessage("Cannot replay '%s': it is not a directory.".formatted(missing));
  }

  private Throwable failure() throws IOException {
    DynamicTest test = only();
    return catchThrowable(() -> test.getExecutable().execute());
  }

  private DynamicTest only() throws IOException {
    List<DynamicTest> tests = new ReferenceFiles(directory, FAMILIES).tests().toList();
    assertThat(tests).hasSize(1);
    return tests.get(0);
  }

  private Path write(String path, String json) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, json.replace('\'', '"'));
  }
}
