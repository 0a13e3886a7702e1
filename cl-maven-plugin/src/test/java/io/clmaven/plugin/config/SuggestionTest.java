package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("naive", "gpm", "gpm-rotated");

  @Test
  void findsSwappedMissingSuperfluousAndWrongLetters() {
    assertThat(Suggestion.nearest("gmp", KNOWN)).contains("gpm");
    assertThat(Suggestion.nearest("nave", KNOWN)).contains("naive");
    assertThat(Suggestion.nearest("gpm-rotatedd", KNOWN)).contains("gpm-rotated");
    assertThat(Suggestion.nearest("gpm-rotatad", KNOWN)).contains("gpm-rotated");
  }

  @Test
  void suggestsNothingForSomethingElse() {
    assertThat(Suggestion.nearest("ewc", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
    assertThat(Suggestion.text("ewc", KNOWN)).isEmpty();
  }

  @Test
  void isASentence() {
    assertThat(Suggestion.text("gmp", KNOWN)).isEqualTo(" Did you mean 'gpm'?");
  }
}
