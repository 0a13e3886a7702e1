package io.clmaven.runtime.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.OutputRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointTest {

  private static final List<Task> TASKS = List.of(task(0), task(1), task(2));

  @Test
  void trainsOnAllTasksSoFar() {
    Joint joint = new Joint();
    joint.begin(
        new MethodContext(new Declaration.None(), null, new Stream(), Scenario.DOMAIN, 1, null));
    TrainingSet proposed = new TrainingSet(TASKS.subList(1, 2));
    assertThat(joint.trainingSet(TASKS.get(1), proposed).tasks())
        .containsExactly(TASKS.get(0), TASKS.get(1));
  }

  @Test
  void naiveTrainsOnWhatIsProposed() {
    TrainingSet proposed = new TrainingSet(TASKS.subList(1, 2));
    assertThat(new Naive().trainingSet(TASKS.get(1), proposed)).isSameAs(proposed);
  }

  @Test
  void methodsAreFoundByName() {
    assertThat(Catalogue.of(ContinualMethod.class).names()).contains("gpm", "joint", "naive");
  }

  private static Task task(int index) {
    return new Task(index, "task " + index, new OutputRange(0, 2), null, null, null);
  }

  private record Stream() implements TaskStream {
    @Override
    public int size() {
      return TASKS.size();
    }

    @Override
    public Task task(int index) {
      return TASKS.get(index);
    }

    @Override
    public List<Integer> inputShape() {
      return List.of(1);
    }

    @Override
    public int outputs() {
      return 2;
    }
  }
}
