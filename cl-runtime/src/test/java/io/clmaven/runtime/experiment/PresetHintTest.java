package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of networks that start otherwise than those of their presets. */
class PresetHintTest {

  @TempDir Path base;

  @Test
  void namesTheTrainedWeightsThatAPresetIsMeantToHave() throws IOException {
    write("a.yaml", "{extends: preset/naive-sgd-cub}");
    write("b.yaml", "{extends: preset/gpm-5datasets}");
    assertThat(hints())
        .containsExactly(
            new Hint(
                "a",
                "Experiment 'a' extends 'preset/naive-sgd-cub', but its 'resnet-18' starts with"
                    + " random weights, not with trained ones. Name a file of them with 'model:"
                    + " {weights: <file>}'."));
  }

  @Test
  void saysNothingOfAnotherNetworkOrWithoutAPreset() throws IOException {
    write("a.yaml", "{extends: preset/naive-sgd-cub, model: reduced-resnet-18}");
    write(
        "b.yaml",
        "{benchmark: {name: split, dataSet: cub-200-2011, tasks: 20}, model: resnet-18, method:"
            + " naive}");
    assertThat(hints()).isEmpty();
  }

  @Test
  void saysNothingWhereThePresetHasAnotherNetworkOrIsASmallTwin() throws IOException {
    write("a.yaml", "{extends: preset/gpm-5datasets, model: resnet-18}");
    write("b.yaml", "{extends: preset/naive-sgd-cub-small}");
    assertThat(hints()).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(base.resolve(file), text);
  }

  private List<Hint> hints() {
    PlanScope scope = new PlanScope(base, base, List.of(), base.resolve("cache"), "auto");
    Plan plan = new Planner(scope, Map.of("OMP_NUM_THREADS", "1")).plan();
    assertThat(plan.problems()).isEmpty();
    return plan.hints();
  }
}
