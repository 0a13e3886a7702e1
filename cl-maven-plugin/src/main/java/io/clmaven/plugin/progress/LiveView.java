package io.clmaven.plugin.progress;

import io.clmaven.runtime.worker.protocol.Event;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * One line at the bottom of a terminal that is drawn again and again, with a bar for each running
 * trial; milestones go above it into the build log.
 */
public final class LiveView implements ProgressView {

  private static final Duration REDRAW = Duration.ofMillis(200);

  private final Log log;
  private final PrintStream terminal;
  private final int width;
  private final Clock clock;
  private final TrialStates trials = new TrialStates();
  private Instant drawn = Instant.EPOCH;
  private int drawnLength;

  /**
   * Makes a view.
   *
   * @param log receives the milestones
   * @param terminal the terminal
   * @param width columns of the terminal
   * @param clock tells when to draw again
   */
  public LiveView(Log log, PrintStream terminal, int width, Clock clock) {
    this.log = log;
    this.terminal = terminal;
    this.width = width;
    this.clock = clock;
  }

  @Override
  public synchronized void begin(int count) {
    trials.begin(count);
  }

  @Override
  public synchronized void heard(String trial, Event event) {
    Instant now = clock.instant();
    TrialState state = trials.of(trial, now);
    state.update(event, now);
    state.milestone(event).ifPresent(line -> above(() -> log.info(line)));
    if (event instanceof Event.Log) {
      above(() -> WorkerMessages.log(log, trial, event));
    }
    if (!now.isBefore(drawn.plus(REDRAW))) {
      draw(now);
    }
  }

  @Override
  public synchronized void finished(String trial, Duration time) {
    String line = trials.finished(trial, time);
    above(() -> log.info(line));
  }

  @Override
  public synchronized void diverged(String trial, String message) {
    String line = trials.diverged(trial, clock.instant(), message);
    above(() -> log.warn(line));
  }

  @Override
  public synchronized void failed(String trial, String message) {
    String line = trials.failed(trial, clock.instant(), message);
    above(() -> log.error(line));
  }

  @Override
  public synchronized void close() {
    clear();
  }

  private void above(Runnable print) {
    clear();
    print.run();
  }

  private void draw(Instant now) {
    drawn = now;
    String line =
        trials.running().stream().map(state -> state.bar(now)).collect(Collectors.joining("  |  "))
            + "  "
            + trials.count();
    String cut = line.substring(0, Math.min(line.length(), width - 1));
    String blanks = " ".repeat(Math.max(0, drawnLength - cut.length()));
    terminal.print("\r" + cut + blanks);
    terminal.flush();
    drawnLength = cut.length();
  }

  private void clear() {
    if (drawnLength > 0) {
      terminal.print("\r" + " ".repeat(drawnLength) + "\r");
      terminal.flush();
      drawnLength = 0;
    }
  }
}
