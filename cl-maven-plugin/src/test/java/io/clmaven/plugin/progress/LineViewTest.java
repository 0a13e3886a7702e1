package io.clmaven.plugin.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineViewTest {

  private final RecordingLog log = new RecordingLog();
  private final SettableClock clock = new SettableClock();
  private final LineView view = new LineView(log, Duration.ofSeconds(10), clock);

  @BeforeEach
  void begin() {
    view.begin(2);
  }

  @Test
  void printsMilestonesAlways() {
    view.heard("gpm seed 1", new Event.TrialStarted("gpm", 1, 3, "onednn", "nd4j-native", 0));
    view.heard("gpm seed 1", new Event.TaskStarted(0, "a", 5));
    view.heard("gpm seed 1", new Event.TaskDone(0, List.of(0.9376, 0.1, 0.1)));
    view.heard("gpm seed 1", new Event.TaskDone(1, List.of(0.91, 0.95, 0.1)));
    view.finished("gpm seed 1", Duration.ofSeconds(65));

    assertThat(log.lines())
        .containsExactly(
            "INFO [gpm seed 1] started: 3 tasks, engine onednn on nd4j-native",
            "INFO [gpm seed 1] task 1/3 done  accuracies 0.938",
            "INFO [gpm seed 1] task 2/3 done  accuracies 0.910 0.950",
            "INFO [gpm seed 1] finished in 1m05s (1 of 2 trials)");
  }

  @Test
  void saysWhereAResumedTrialGoesOn() {
    view.heard("gpm seed 1", new Event.TrialStarted("gpm", 1, 3, "dl4j", "nd4j-native", 5000));

    assertThat(log.lines())
        .containsExactly(
            "INFO [gpm seed 1] resumed at step 5000: 3 tasks, engine dl4j on nd4j-native");
  }

  @Test
  void printsProgressOncePerInterval() {
    view.heard("a", new Event.TrialStarted("a", 1, 4, "onednn", "nd4j-native", 0));
    view.heard("a", new Event.TaskStarted(0, "t", 5));
    for (int second = 0; second < 25; second++) {
      view.heard("a", new Event.Progress(0, 2, 10, 20, 0.21249, second / 100.0));
      clock.advanceMillis(1000);
    }

    assertThat(log.lines().subList(1, log.lines().size()))
        .containsExactly(
            "INFO [a] task 1/4  epoch 2/5  loss 0.212  ETA 1m30s",
            "INFO [a] task 1/4  epoch 2/5  loss 0.212  ETA 1m20s");
  }

  @Test
  void warnsOfATrialThatDiverged() {
    view.heard("a", new Event.TrialStarted("a", 1, 3, "onednn", "nd4j-native", 0));
    clock.advanceMillis(8000);
    view.diverged("a", "Cannot train: the loss became NaN.");

    assertThat(log.lines())
        .containsExactly(
            "INFO [a] started: 3 tasks, engine onednn on nd4j-native",
            "WARN [a] diverged after 8s (1 of 2 trials): Cannot train: the loss became NaN.");
  }

  @Test
  void throttlesEachTrialByItself() {
    view.heard("a", new Event.Progress(0, 1, 1, 2, 0.5, 0));
    view.heard("b", new Event.Progress(0, 1, 1, 2, 0.5, 0));

    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void passesOnMessagesAtTheirLevel() {
    view.heard("a", new Event.Log("warn", "memory is short"));
    view.heard("a", new Event.Log("debug", "details"));
    view.heard("a", new Event.Log("info", "hello"));
    view.failed("b", "Cannot train.");

    assertThat(log.lines())
        .containsExactly(
            "WARN [a] memory is short",
            "DEBUG [a] details",
            "INFO [a] hello",
            "ERROR [b] failed after 0s (1 of 2 trials): Cannot train.");
  }
}
