package io.clmaven.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

  @Test
  void theSameSeedAndNameGiveTheSameNumbers() {
    assertThat(numbers(new RandomStreams(7).stream("init")))
        .containsExactly(numbers(new RandomStreams(7).stream("init")));
  }

  @Test
  void anotherSeedOrNameGivesOtherNumbers() {
    long[] numbers = numbers(new RandomStreams(7).stream("init"));
    assertThat(numbers(new RandomStreams(8).stream("init"))).isNotEqualTo(numbers);
    assertThat(numbers(new RandomStreams(7).stream("batches"))).isNotEqualTo(numbers);
  }

  @Test
  void oneStreamDoesNotMoveAnother() {
    RandomStreams streams = new RandomStreams(7);
    streams.stream("dropout").nextLong();
    assertThat(numbers(streams.stream("init")))
        .containsExactly(numbers(new RandomStreams(7).stream("init")));
  }

  @Test
  void goesOnWhereItWasSaved() throws Exception {
    RandomStreams streams = new RandomStreams(7);
    streams.stream("init").nextInt(10);
    streams.stream("batches").permutation(5);
    byte[] saved = save(streams);
    RandomStreams loaded = new RandomStreams(7);
    load(loaded, saved);
    assertThat(numbers(loaded.stream("init"))).containsExactly(numbers(streams.stream("init")));
    assertThat(numbers(loaded.stream("batches")))
        .containsExactly(numbers(streams.stream("batches")));
  }

  @Test
  void permutationHoldsEachIndexOnce() {
    assertThat(new RandomStreams(1).stream("batches").permutation(1000))
        .containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
  }

  @Test
  void stateComesBackBitForBit() throws Exception {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(saved)) {
      out.putLong("long", Long.MIN_VALUE);
      out.putDouble("double", -0.0);
      out.putString("text", "Überprüfung");
      out.putFloats("floats", new float[] {Float.MIN_VALUE, Float.NaN});
      out.putInts("ints", new int[0]);
    }
    try (StateReader in = new StateReader(new ByteArrayInputStream(saved.toByteArray()))) {
      assertThat(in.getLong("long")).isEqualTo(Long.MIN_VALUE);
      assertThat(Double.doubleToRawLongBits(in.getDouble("double"))).isEqualTo(Long.MIN_VALUE);
      assertThat(in.getString("text")).isEqualTo("Überprüfung");
      assertThat(in.getFloats("floats")).containsExactly(Float.MIN_VALUE, Float.NaN);
      assertThat(in.getInts("ints")).isEmpty();
    }
  }

  @Test
  void stateReadInAnotherOrderIsFoundAtOnce() throws Exception {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(saved)) {
      out.putLong("epoch", 3);
    }
    try (StateReader in = new StateReader(new ByteArrayInputStream(saved.toByteArray()))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> in.getLong("step"))
          .withMessage("Cannot read state 'step': the next value is 'epoch'.");
    }
  }

  private static long[] numbers(RandomStream stream) {
    long[] numbers = new long[8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = stream.nextLong();
    }
    return numbers;
  }

  private static byte[] save(Stateful stateful) throws Exception {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(saved)) {
      stateful.save(out);
    }
    return saved.toByteArray();
  }

  private static void load(Stateful stateful, byte[] saved) throws Exception {
    try (StateReader in = new StateReader(new ByteArrayInputStream(saved))) {
      stateful.load(in);
    }
  }
}
