package io.clmaven.plugin.data;

import static io.clmaven.plugin.data.DownloadsFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataFile.Packing;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeededFileTest {

  private static final DataFile CIFAR = file("cifar100/train", Packing.NONE);
  private static final DataFile MNIST = file("mnist/train", Packing.NONE);

  @Test
  void namesEachFileOnceForAllPointsOfASweep() {
    List<NeededFile> needed =
        NeededFile.of(
            Stream.of(
                experiment("gpm.yaml", MNIST),
                experiment("sweeps/paper.yaml", CIFAR, MNIST),
                experiment("sweeps/paper.yaml", CIFAR, MNIST)));

    assertThat(needed)
        .containsExactly(
            new NeededFile(MNIST, List.of("gpm.yaml", "sweeps/paper.yaml")),
            new NeededFile(CIFAR, List.of("sweeps/paper.yaml")));
    assertThat(needed)
        .extracting(NeededFile::sentence)
        .containsExactly(
            "Needed by gpm.yaml, sweeps/paper.yaml.",
            "Needed by sweeps/paper.yaml, and by no experiment.");
  }

  @Test
  void countsTheRestOfManyFiles() {
    assertThat(NeededFile.sentence(List.of("a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml")))
        .isEqualTo("Needed by a.yaml, b.yaml, c.yaml and 2 more.");
  }

  private static PlannedExperiment experiment(String name, DataFile... files) {
    return new PlannedExperiment(
        name,
        name,
        List.of(),
        "",
        Json.mapper().createObjectNode(),
        List.of(1L),
        Map.of(),
        List.of(files),
        new Fingerprint(Map.of()));
  }
}
