package io.clmaven.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.method.ContinualMethod;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the classes of a user's own components. */
class DeclarationTest {

  /** A setting that takes a method. */
  record Holder(
      @Setting("Any method.") io.clmaven.runtime.component.Selection<ContinualMethod> method) {}

  /** A default out of its own range. */
  public static final class WrongDefault implements ContinualMethod {
    record Settings(
        @Setting(value = "Strength.", byDefault = "2", range = "[0, 1]") double strength) {}

    @Override
    public Declaration declaration() {
      return new Declaration("wrong-default", "-", "-", Settings.class);
    }
  }

  /** A type that no file can express. */
  public static final class WrongType implements ContinualMethod {
    record Settings(@Setting("When.") Date when) {}

    @Override
    public Declaration declaration() {
      return new Declaration("wrong-type", "-", "-", Settings.class);
    }
  }

  /** A range that is none. */
  public static final class WrongRange implements ContinualMethod {
    record Settings(@Setting(value = "Strength.", range = "0-1") double strength) {}

    @Override
    public Declaration declaration() {
      return new Declaration("wrong-range", "-", "-", Settings.class);
    }
  }

  /** A constructor that fails without words. */
  public static final class Careless implements ContinualMethod {
    record Settings(@Setting("Names.") List<String> names) {
      Settings {
        names.get(0);
      }
    }

    @Override
    public Declaration declaration() {
      return new Declaration("careless", "-", "-", Settings.class);
    }
  }

  @Test
  void aWrongDefaultIsTheAuthorsMistake() throws IOException {
    assertThat(problems("wrong-default"))
        .containsExactly(
            "a.yaml:1:9: Cannot use method 'wrong-default': its default '2' of 'strength' is wrong:"
                + " 'strength' must be at least 0 and at most 1, but is 2. Correct the class that"
                + " declares it.");
  }

  @Test
  void anUnsupportedTypeIsTheAuthorsMistake() throws IOException {
    assertThat(problems("wrong-type"))
        .containsExactly(
            "a.yaml:1:9: Cannot use method 'wrong-type': its setting 'when' has the type"
                + " java.util.Date, which an experiment file cannot express. Correct the class that"
                + " declares it.");
  }

  @Test
  void aWrongRangeIsTheAuthorsMistake() throws IOException {
    assertThat(problems("wrong-range"))
        .containsExactly(
            "a.yaml:1:9: Cannot use method 'wrong-range': the range '0-1' of its setting 'strength'"
                + " is not an interval. Correct the class that declares it.");
  }

  @Test
  void anExceptionOfTheConstructorIsTold() throws IOException {
    assertThat(problems("{name: careless, names: []}"))
        .containsExactly(
            "a.yaml:1:9: Cannot use method 'careless' with these settings: Index 0 out of bounds"
                + " for length 0.");
  }

  @Test
  void twoComponentsOfOneNameAreAProblem(@TempDir Path jar) throws IOException {
    assertThat(
            catalogues(jar, "io.clmaven.runtime.method.Naive\n" + Twin.class.getName()).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "META-INF/services/io.clmaven.runtime.method.ContinualMethod:1:1: Cannot register"
                + " 'naive': both io.clmaven.runtime.experiment.yaml.DeclarationTest$Twin and"
                + " io.clmaven.runtime.method.Naive declare that name. Rename one of them.");
  }

  @Test
  void aClassThatIsNotThereIsAProblem(@TempDir Path jar) throws IOException {
    assertThat(catalogues(jar, "lab.Gone").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "META-INF/services/io.clmaven.runtime.method.ContinualMethod:1:1: Cannot load a method:"
                + " io.clmaven.runtime.method.ContinualMethod: Provider lab.Gone not found. Correct"
                + " this file or the class that it names.");
  }

  /** Takes a name that is taken. */
  public static final class Twin implements ContinualMethod {
    @Override
    public Declaration declaration() {
      return new Declaration("naive", "-", "-", Declaration.None.class);
    }
  }

  @TempDir Path jar;

  private List<String> problems(String method) throws IOException {
    String services =
        "%s\n%s\n%s\n%s\n"
            .formatted(
                WrongDefault.class.getName(),
                WrongType.class.getName(),
                WrongRange.class.getName(),
                Careless.class.getName());
    Problems problems = new Problems();
    Node.Mapping file =
        (Node.Mapping) new NodeReader("a.yaml", problems).read("method: " + method).orElseThrow();
    new RecordBinder<>(Holder.class, catalogues(jar, services))
        .parts(file, "the experiment", problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  private static Catalogues catalogues(Path folder, String methods) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ContinualMethod.class.getName()), methods);
    URL[] path = {folder.toUri().toURL()};
    return new Catalogues(new URLClassLoader(path, DeclarationTest.class.getClassLoader()));
  }
}
