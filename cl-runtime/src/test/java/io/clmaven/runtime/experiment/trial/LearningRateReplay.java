package io.clmaven.runtime.experiment.trial;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.Training.Schedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Learning-rate decay, early stop and restored epoch from given validation losses. */
public final class LearningRateReplay {

  private static final double RELATIVE = 1e-12;
  private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  private LearningRateReplay() {}

  /** Kind {@code gpm-lr-schedule}: one case per task of each named configuration. */
  public static Stream<DynamicTest> tasks(JsonNode file) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();
    return IntStream.range(0, inputs.size())
        .boxed()
        .flatMap(i -> tasks(inputs.get(i), list(field(expected.get(i), "tasks"))));
  }

  private static Stream<DynamicTest> tasks(JsonNode input, List<JsonNode> expected) {
    String name = field(input, "name").textValue();
    assertThat(expected).isNotEmpty();
    return expected.stream()
        .map(
            task ->
                DynamicTest.dynamicTest(
                    "%s, task %d".formatted(name, field(task, "task").intValue()),
                    () -> task(input, task)));
  }

  private static void task(JsonNode input, JsonNode expected) {
    JsonNode config = field(input, "config");
    Schedule limits =
        new Schedule(
            field(config, "lr_patience").intValue(),
            field(config, "lr_factor").doubleValue(),
            field(config, "lr_min").doubleValue(),
            false);
    double rate = field(config, "lr").doubleValue();
    int task = field(expected, "task").intValue();
    double[] losses = doubles(field(input, "valid_loss_per_epoch").get(task));
    int epochs = Math.min(losses.length, field(input, "max_epochs").intValue());

    PatienceSchedule schedule = new PatienceSchedule(limits, rate);
    List<Double> rates = new ArrayList<>();
    int restored = 0;
    boolean stopped = false;
    while (rates.size() < epochs && !stopped) {
      rates.add(schedule.rate());
      PatienceSchedule.Outcome outcome = schedule.afterEpoch(losses[rates.size() - 1]);
      restored = outcome == PatienceSchedule.Outcome.IMPROVED ? rates.size() : restored;
      stopped = outcome == PatienceSchedule.Outcome.STOP;
    }

    assertThat(rates).hasSize(field(expected, "epochs_run").intValue());
    assertRates(rates, doubles(field(expected, "lr_used_per_epoch")));
    assertThat(restored).isEqualTo(field(expected, "restored_epoch_1based").intValue());
    assertThat(losses[restored - 1]).isEqualTo(field(expected, "best_valid").doubleValue());
  }

  /** The files hold 9 significant digits: a rate fits exactly, or once it is rounded to as many. */
  private static void assertRates(List<Double> rates, double[] expected) {
    assertThat(rates).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      double rounded = new BigDecimal(rates.get(i)).round(DIGITS).doubleValue();
      double rate = rounded == expected[i] ? rounded : rates.get(i);
      assertWithin("learning rate of epoch " + (i + 1), rate, expected[i], RELATIVE * expected[i]);
    }
  }
}
