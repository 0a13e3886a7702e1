package io.clmaven.runtime.optimizer.tag;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.method.trajectory.Trajectory;
import io.clmaven.runtime.method.trajectory.TrajectoryChecks;
import io.clmaven.runtime.method.trajectory.TrajectoryObserver;
import io.clmaven.runtime.method.trajectory.TrajectoryPart;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.List;

/** Compares TAG's weights at every step, and its moments at the end of every task. */
public final class TagObserver implements TrajectoryObserver {

  private final Tag tag;
  private JsonNode directions; // of the task that has ended, until the next one has begun

  private TagObserver(Tag tag) {
    this.tag = tag;
  }

  /** Returns the flavour of a trajectory. */
  public static TrajectoryPart<Optimizer> part(Trajectory trajectory) {
    Selection<Optimizer> selection = TagFlavours.select(trajectory.config());
    return TrajectoryPart.of((Tag) selection.create(), selection.parameters(), TagObserver::new);
  }

  @Override
  public void after(JsonNode step, TrajectoryChecks checks) {
    checks.segments("weights", p -> tag.history().alphas(p), field(step, "alpha"));
    if (directions != null) {
      checks.named("direction of the task before", new TagState(tag).direction(), directions);
      directions = null;
    }
  }

  @Override
  public void afterTaskEnd(JsonNode end, TrajectoryChecks checks) {
    TagState state = new TagState(tag);
    if (end.has("m")) {
      checks.named("first moment", state.first(), end.get("m"));
      checks.named("second moment", state.second(), field(end, "v"));
      directions = field(end, "m_normalised");
    }
    if (end.has("alpha_mean_per_epoch")) {
      List<JsonNode> epochs = list(end.get("alpha_mean_per_epoch"));
      checks.segments("mean weights", state::means, epochs.get(epochs.size() - 1));
    }
  }
}
