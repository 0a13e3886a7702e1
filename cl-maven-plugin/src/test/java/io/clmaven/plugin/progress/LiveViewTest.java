package io.clmaven.plugin.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewTest {

  private final RecordingLog log = new RecordingLog();
  private final SettableClock clock = new SettableClock();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final LiveView view =
      new LiveView(log, new PrintStream(screen, true, StandardCharsets.UTF_8), 80, clock);

  @BeforeEach
  void begin() {
    view.begin(1);
    view.heard("a", new Event.TrialStarted("a", 1, 4, "onednn", "nd4j-native", 0));
    clock.advanceMillis(1000);
    screen.reset();
  }

  @Test
  void drawsABarWithoutALineBreak() {
    view.heard("a", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));

    assertThat(drawn())
        .isEqualTo("\ra [##########..........]  50 %  task 2/4  ETA -  (0 of 1 trials)");
  }

  @Test
  void drawsAtMostFiveTimesPerSecond() {
    for (int i = 0; i < 100; i++) {
      view.heard("a", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));
      clock.advanceMillis(10);
    }

    assertThat(drawn().chars().filter(c -> c == '\r').count()).isEqualTo(5);
  }

  @Test
  void clearsTheBarBeforeALineOfTheLog() {
    view.heard("a", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));
    int length = drawn().length() - 1;
    screen.reset();

    view.heard("a", new Event.TaskDone(0, List.of(0.9)));

    assertThat(drawn()).isEqualTo("\r" + " ".repeat(length) + "\r");
    assertThat(log.lines()).last().isEqualTo("INFO [a] task 1/4 done  accuracies 0.900");
  }

  @Test
  void warnsOfATrialThatDivergedInPlaceOfItsBar() {
    view.heard("a", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));
    int length = drawn().length() - 1;
    screen.reset();

    view.diverged("a", "Cannot train: the loss became NaN.");
    clock.advanceMillis(1000);
    view.heard("b", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));

    assertThat(drawn())
        .startsWith("\r" + " ".repeat(length) + "\r\rb [")
        .endsWith("(1 of 1 trials)")
        .doesNotContain("a [");
    assertThat(log.lines())
        .last()
        .isEqualTo(
            "WARN [a] diverged after 1s (1 of 1 trials): Cannot train: the loss became NaN.");
  }

  @Test
  void neverDrawsMoreThanTheTerminalIsWide() {
    String longName = "n".repeat(200);

    view.heard(longName, new Event.Progress(1, 2, 10, 20, 0.2, 0.5));

    assertThat(drawn()).hasSize(80);
  }

  @Test
  void leavesNothingBehind() {
    view.heard("a", new Event.Progress(1, 2, 10, 20, 0.2, 0.5));
    view.finished("a", Duration.ofSeconds(1));
    screen.reset();

    view.close();

    assertThat(drawn()).isEmpty();
    assertThat(log.lines()).last().isEqualTo("INFO [a] finished in 1s (1 of 1 trials)");
  }

  @Test
  void isNotUsedWithoutATerminal() {
    assertThat(new Terminal(Map.of("CI", "true")).isInteractive()).isFalse();
    assertThat(new Terminal(Map.of("TERM", "dumb")).isInteractive()).isFalse();
    assertThat(new Terminal(Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    assertThat(new Terminal(Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
  }

  private String drawn() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
