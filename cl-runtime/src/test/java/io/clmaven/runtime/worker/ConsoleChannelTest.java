package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void printsWhatMattersToAReader() {
    try (Channel channel =
        new ConsoleChannel(new PrintStream(printed, true, StandardCharsets.UTF_8))) {
      channel.send(new Event.TrialStarted("pmnist", 2, 10, "onednn", "nd4j-native", 40));
      channel.send(new Event.TaskStarted(0, "permutation 1", 5));
      channel.send(new Event.Progress(0, 2, 30, 5400, 0.25, 0.031));
      channel.send(new Event.Checkpointed(50));
      channel.send(new Event.TaskDone(0, List.of(0.975, 0.1)));
      channel.send(new Event.Log("warn", "take care"));
      channel.send(new Event.Failed(ExitCode.DATA, "Cannot read 'x'."));
      channel.send(new Event.Bye());
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "pmnist, seed 2: 10 tasks on onednn (nd4j-native), resumed at step 40",
            "task 1 (permutation 1)",
            "task 1, epoch 2, step 30 of 5400, loss 0.2500, 3 % done",
            "task 1 done, accuracies [97.50 %, 10.00 %]",
            "warn: take care",
            "error: Cannot read 'x'.");
  }
}
