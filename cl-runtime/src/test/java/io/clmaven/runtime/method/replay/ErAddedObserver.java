package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.trajectory.StoredSamples;
import io.clmaven.runtime.method.trajectory.Trajectory;
import io.clmaven.runtime.method.trajectory.TrajectoryChecks;
import io.clmaven.runtime.method.trajectory.TrajectoryObserver;
import io.clmaven.runtime.method.trajectory.TrajectoryPart;
import java.util.stream.IntStream;

/** {@link ErAdded} with the draws of a trajectory, and its buffer after each step. */
public final class ErAddedObserver implements TrajectoryObserver {

  private final ErAdded method;
  private final RecordedDraws draws;
  private final StoredSamples samples;

  private ErAddedObserver(ErAdded method, RecordedDraws draws, Trajectory trajectory) {
    this.method = method;
    this.draws = draws;
    this.samples = new StoredSamples(trajectory);
  }

  /** Makes the method and its observer. */
  public static TrajectoryPart<ContinualMethod> of(Trajectory trajectory) {
    RecordedDraws draws = new RecordedDraws();
    int slots = (int) trajectory.setting("buffer_size");
    return TrajectoryPart.of(
        new ErAdded(random -> draws, context -> new BatchReservoir(slots)),
        new ErAddedParameters(1, ErAddedParameters.Memory.RESERVOIR),
        method -> new ErAddedObserver(method, draws, trajectory));
  }

  @Override
  public void before(JsonNode step) {
    StoredSamples.draw(step, draws);
    if (step.has("reservoir_uniform")) {
      int range = field(step, "reservoir_range").intValue();
      for (float uniform : values(step.get("reservoir_uniform"))) {
        draws.addSlot(range, (int) uniform);
      }
    }
  }

  @Override
  public void after(JsonNode step, TrajectoryChecks checks) {
    draws.assertUsedUp();
    ReplayBuffer buffer = method.buffer();
    int count = field(step, "buffer_count").intValue();
    assertThat(buffer.size()).as(checks.place() + "samples").isEqualTo(count);
    assertThat(IntStream.range(0, count).map(buffer::label).toArray())
        .as(checks.place() + "labels")
        .containsExactly(ints(field(field(step, "buffer_y"), "data")));
    assertThat(IntStream.range(0, count).map(buffer::task).toArray())
        .as(checks.place() + "tasks")
        .containsExactly(ints(field(field(step, "buffer_t"), "data")));
    samples.check(buffer, field(step, "buffer_src"));
  }
}
