package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clmaven.runtime.random.RandomStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginesTest {

  private record Known(String id, Optional<String> unavailable) implements Engine {
    @Override
    public Network compile(ModelSpec model, RandomStream init, RandomStream dropout) {
      throw new IllegalStateException("not compiled here");
    }
  }

  private final Engine fast = new Known("onednn", Optional.empty());
  private final Engine broken = new Known("onednn", Optional.of("its library is missing"));
  private final Engine slow = new Known("dl4j", Optional.empty());

  @Test
  void findsBothEngines() {
    assertThat(Engines.installed().choose("onednn").id()).isEqualTo("onednn");
    assertThat(Engines.installed().choose("dl4j").id()).isEqualTo("dl4j");
  }

  @Test
  void autoTakesTheFastestThatRuns() {
    assertThat(new Engines(List.of(slow, fast)).choose("auto")).isSameAs(fast);
    assertThat(new Engines(List.of(broken, slow)).choose("auto")).isSameAs(slow);
  }

  @Test
  void saysWhyARequestedEngineCannotRun() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(List.of(broken, slow)).choose("onednn"))
        .withMessage(
            "Cannot use engine 'onednn': its library is missing."
                + " Choose 'auto' to run on what is there.");
  }

  @Test
  void namesTheBackendWhereNoOtherEngineRunsEither() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(List.of(broken)).choose("onednn"))
        .withMessage(
            "Cannot use engine 'onednn': its library is missing. Set 'cl.backend' to 'native', or"
                + " put an ND4J backend that runs here on the class path.");
  }

  @Test
  void namesTheEnginesWhenAskedForAnUnknownOne() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(List.of(fast, slow)).choose("torch"))
        .withMessage(
            "Cannot use engine 'torch': there is no such engine."
                + " Choose 'auto' or one of 'dl4j', 'onednn'.");
  }

  @Test
  void saysWhyNoEngineRuns() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(List.of(broken)).choose("auto"))
        .withMessage(
            "Cannot choose an engine: none runs here ('onednn': its library is missing)."
                + " Set 'cl.backend' to 'native', or put an ND4J backend that runs here on the class"
                + " path.");
  }
}
