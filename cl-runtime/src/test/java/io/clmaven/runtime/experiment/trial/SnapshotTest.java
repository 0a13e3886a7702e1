package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private final Network network =
      Models.compile(
          Engines.installed().choose("onednn"),
          new TinyNormModel().specify(null, List.of(1, 2, 3), 3),
          1);
  private final Snapshot snapshot = new Snapshot(network, "network");

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void bringsParametersAndRunningStatisticsBack() {
    float[] parameters = network.parameters().pull().clone();
    float[] statistics = network.statistics().values().clone();
    snapshot.take();
    network.parameters().values()[0]++;
    network.statistics().values()[0]++;
    snapshot.restore();
    assertThat(network.parameters().pull()).containsExactly(parameters);
    assertThat(network.statistics().values()).containsExactly(statistics);
  }

  @Test
  void otherRunningStatisticsHaveAnotherHash() {
    snapshot.take();
    String before = snapshot.sha256();
    network.statistics().values()[0]++;
    snapshot.take();
    assertThat(snapshot.sha256()).isNotEqualTo(before);
  }
}
