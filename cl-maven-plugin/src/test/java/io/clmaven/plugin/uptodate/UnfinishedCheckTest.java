package io.clmaven.plugin.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedCheckTest {

  @TempDir Path folder;

  @Test
  void leavesItToTheWorkerWhereNobodyCanReadHowTheTrialWasBegun() throws IOException {
    Files.createFile(folder.resolve("step-000000000005.checkpoint"));
    Path begun = Files.writeString(folder.resolve("trial.json"), "{\"experiment\": ");

    assertThat(UnfinishedCheck.of(folder, begun, new Fingerprint(Map.of("seed", "1"))).text())
        .isEqualTo("unfinished, goes on from its checkpoint");
  }
}
