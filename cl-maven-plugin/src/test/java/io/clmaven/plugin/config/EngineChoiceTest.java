package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EngineChoiceTest {

  @Test
  void knowsTheEngines() {
    assertThatCode(() -> EngineChoice.check("auto")).doesNotThrowAnyException();
    assertThatCode(() -> EngineChoice.check("onednn")).doesNotThrowAnyException();
    assertThatCode(() -> EngineChoice.check("dl4j")).doesNotThrowAnyException();
  }

  @Test
  void refusesAnythingElse() {
    assertThatThrownBy(() -> EngineChoice.check("foo"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use 'foo' of cl.engine: there is no such engine. Choose among auto, onednn, dl4j.");
  }

  @Test
  void guessesWhatWasMeant() {
    assertThatThrownBy(() -> EngineChoice.check("onedn"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use 'onedn' of cl.engine: there is no such engine. Did you mean 'onednn'? Choose among auto, onednn, dl4j.");
  }
}
