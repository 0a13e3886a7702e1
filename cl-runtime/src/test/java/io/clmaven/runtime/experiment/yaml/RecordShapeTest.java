package io.clmaven.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.experiment.plan.Problem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordShapeTest {

  private static final Catalogues CATALOGUES =
      new Catalogues(RecordShapeTest.class.getClassLoader());

  record Shared(
      @Setting(value = "Smallest.", byDefault = "0") int from,
      @Setting(value = "Largest.", byDefault = "1") int to) {
    Shared {
      if (from > to) {
        throw new IllegalArgumentException("'from' is above 'to'.");
      }
    }
  }

  record Whole(
      @Setting("First.") String before,
      @Inline(byDefault = "to: 9") Shared range,
      @Setting("Last.") Optional<Integer> after) {}

  record Nested(@Inline(byDefault = {"before: x", "from: 3"}) Whole whole) {}

  record NoRecord(@Inline String text) {}

  record NoSuchDefault(@Inline(byDefault = "up: 9") Shared range) {}

  record NoValue(@Inline(byDefault = "to") Shared range) {}

  record Twice(@Setting("Smallest.") int from, @Inline Shared range) {}

  private final Problems problems = new Problems();

  @Test
  void readsSettingsOfASharedRecordBesideTheOthers() {
    assertThat(read(Whole.class, "{before: a, from: 2, to: 3, after: 4}"))
        .contains(new Whole("a", new Shared(2, 3), Optional.of(4)));
  }

  @Test
  void aDefaultOfTheOuterRecordComesBeforeThatOfTheSharedOne() {
    assertThat(read(Whole.class, "{before: a}"))
        .contains(new Whole("a", new Shared(0, 9), Optional.empty()));
    assertThat(read(Nested.class, "{after: 1}"))
        .contains(new Nested(new Whole("x", new Shared(3, 9), Optional.of(1))));
  }

  @Test
  void describesAllSettingsInTheirOrder() {
    assertThat(new RecordBinder<>(Whole.class, CATALOGUES).describe())
        .extracting(SettingDescription::name, SettingDescription::byDefault)
        .containsExactly(
            tuple("before", "required"),
            tuple("from", "0"),
            tuple("to", "9"),
            tuple("after", "not set"));
  }

  @Test
  void writesAndDeclaresOneFlatGroup() {
    RecordBinder<Whole> binder = new RecordBinder<>(Whole.class, CATALOGUES);

    assertThat(binder.write(new Whole("a", new Shared(2, 3), Optional.empty())))
        .hasToString("{\"before\":\"a\",\"from\":2,\"to\":3}");
    assertThat(binder.schema().get("properties").get("to").get("default")).hasToString("9");
  }

  @Test
  void tellsWhatTheSharedRecordRefuses() {
    assertThat(read(Whole.class, "{before: a, from: 10}")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("Cannot use the experiment with these settings: 'from' is above 'to'.");
  }

  @Test
  void onlyARecordCanBeInline() {
    assertRefused(
        NoRecord.class, "its part 'text' has the type java.lang.String, which is no record.");
  }

  @Test
  void aDefaultMustBeOfASettingThatIsThere() {
    assertRefused(NoSuchDefault.class, "'up: 9' is no default of a setting of its part 'range'.");
    assertRefused(NoValue.class, "'to' is no default of a setting of its part 'range'.");
  }

  @Test
  void twoSettingsOfOneNameAreTheAuthorsMistake() {
    assertRefused(Twice.class, "it has two settings 'from'.");
  }

  private static void assertRefused(Class<? extends Record> type, String message) {
    assertThatThrownBy(() -> new RecordBinder<>(type, CATALOGUES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private <R extends Record> Optional<R> read(Class<R> type, String yaml) {
    RecordBinder<R> binder = new RecordBinder<>(type, CATALOGUES);
    Node.Mapping file = (Node.Mapping) new NodeReader("a.yaml", problems).read(yaml).orElseThrow();
    Map<String, Object> parts = binder.parts(file, "the experiment", problems);
    return binder.make(parts, file.place(), problems);
  }
}
