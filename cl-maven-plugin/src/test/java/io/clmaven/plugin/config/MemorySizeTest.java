package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({"512m,536870912,512m", "2G,2147483648,2g", "2048mb,2147483648,2g", "3k,3072,3k"})
  void readsAndWrites(String text, long bytes, String shortest) {
    MemorySize size = MemorySize.parse(text, "cl.fork.maxHeap");

    assertThat(size.bytes()).isEqualTo(bytes);
    assertThat(size).hasToString(shortest);
  }

  @Test
  void adds() {
    assertThat(MemorySize.parse("1g", "a").plus(MemorySize.parse("512m", "b")))
        .hasToString("1536m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "g", "0g", "-1g", "2.5g", "2x", ""})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> MemorySize.parse(text, "cl.fork.maxHeap"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot read '%s' of cl.fork.maxHeap: it is not an amount of memory. Write for example '512m' or '2g'."
                .formatted(text));
  }
}
