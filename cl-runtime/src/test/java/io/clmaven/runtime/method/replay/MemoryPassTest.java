package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class MemoryPassTest {

  private static final int FULL = 3; // samples of a full batch
  private static final ModelSpec MODEL = Models.mlp(2, true, 4, 2);
  private static final ListExamples NOTHING =
      new ListExamples(List.of(2), new float[0][], new int[0]);
  private static final Batch LAST =
      new Batch(Nd4j.createFromArray(new float[][] {{1, 2}}), new int[] {0}, new OutputRange(0, 2));

  private final RecordedDraws draws = new RecordedDraws();
  private final ReplayBuffer buffer = new ReplayBuffer(5, 2);

  private double run() {
    float[][] inputs = {{1, 0}, {0, 1}, {2, 1}, {1, 3}, {-1, 2}};
    Batch all =
        new Batch(Nd4j.createFromArray(inputs), new int[] {0, 1, 0, 1, 1}, new OutputRange(0, 2));
    buffer.offer(all, new int[] {0, 1, 2, 3, 4}, 0, draws);
    Task task = new Task(0, "only", new OutputRange(0, 2), NOTHING, NOTHING, NOTHING);
    try (Network network = Models.compile(new OnednnEngine(), MODEL, 1)) {
      MethodContext context =
          new MethodContext(
              new Declaration.None(),
              network,
              new ListTasks(List.of(task), 2),
              Scenario.TASK,
              FULL,
              new RandomStreams(1));
      return new MemoryPass(context, buffer, draws).run(LAST, 5);
    }
  }

  /** The recorded draws compare how many samples are asked for. */
  @Test
  void asManySamplesAsInAFullBatchGoWithASmallLastOne() {
    draws.addSamples(new int[] {4, 0, 2});
    assertThat(run()).isPositive();
    draws.assertUsedUp();
  }
}
