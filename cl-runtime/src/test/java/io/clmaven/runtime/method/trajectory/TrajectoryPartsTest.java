package io.clmaven.runtime.method.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoryPartsTest {

  @Test
  void gammaMakesSgdStable() {
    assertThat(TrajectoryParts.methods(trajectory("sgd")))
        .extracting(part -> part.selection().declaration().name())
        .containsExactly("stable-sgd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rms", "adagrad", "adam", "tag"})
  void gammaIsIgnoredWithAnyOtherRule(String option) {
    assertThat(TrajectoryParts.methods(trajectory(option))).isEmpty();
  }

  private static Trajectory trajectory(String option) {
    JsonNode config =
        JsonNodeFactory.instance.objectNode().put("opt", option).put("lr", 0.1).put("gamma", 0.8);
    return new Trajectory(JsonNodeFactory.instance.objectNode().set("config", config));
  }
}
