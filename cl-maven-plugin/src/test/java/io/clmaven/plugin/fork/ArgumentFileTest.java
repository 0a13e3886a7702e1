package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentFileTest {

  @Test
  void quotesEveryArgument() {
    assertThat(ArgumentFile.text(List.of("-cp", "/a b/c.jar:/ö/d.jar")))
        .isEqualTo("\"-cp\"\n\"/a b/c.jar:/ö/d.jar\"\n");
  }

  @Test
  void escapesQuotesBackslashesAndLineBreaks() {
    assertThat(ArgumentFile.text(List.of("C:\\dir\\x", "say \"hi\"", "a\nb\tc\rd")))
        .isEqualTo("\"C:\\\\dir\\\\x\"\n\"say \\\"hi\\\"\"\n\"a\\nb\\tc\\rd\"\n");
  }

  @Test
  void doesNotTakeAHashForAComment() {
    assertThat(ArgumentFile.text(List.of("#x", "@y"))).isEqualTo("\"#x\"\n\"@y\"\n");
  }
}
