package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A case of a file of single steps on one engine.
 *
 * @param expected part of the file
 */
record RigCase(JsonNode file, JsonNode expected, String engine) {

  /** Returns a test per case of a file and engine that has its derivatives. */
  static Stream<DynamicTest> tests(JsonNode file, String name, Consumer<RigCase> check) {
    return list(field(file, "expected")).stream()
        .flatMap(
            expected ->
                new Settings(field(file, "config"), expected)
                    .engines()
                    .map(engine -> new RigCase(file, expected, engine).test(name, check)));
  }

  private DynamicTest test(String name, Consumer<RigCase> check) {
    return DynamicTest.dynamicTest(
        "%s, %s".formatted(field(expected, name).textValue(), engine), () -> check.accept(this));
  }

  /** Returns the switches of the file. */
  JsonNode config() {
    return field(file, "config");
  }

  /** Returns the size of the buffer. */
  int memories() {
    return field(file, "memory_y").size();
  }

  /** Sets the method of the case up. */
  Rig rig(FsDgpmParameters parameters) {
    return new Rig(file, engine, Variants.of(expected), Variants.parameters(expected, parameters));
  }
}
