package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreTest {

  private static final String SECOND = "step-000000000002.checkpoint";

  @TempDir Path directory;

  private final List<String> log = new ArrayList<>();
  private final List<Long> loaded = new ArrayList<>();

  @Test
  void restoresTheNewest() {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    store.write(1, value(10));
    store.write(2, value(20));
    assertThat(restore(store)).isTrue();
    assertThat(loaded).containsExactly(20L);
    assertThat(log).isEmpty();
  }

  @Test
  void keepsTwo() throws IOException {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    for (int step = 1; step <= 4; step++) {
      store.write(step, value(step));
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "step-000000000003.checkpoint", "step-000000000004.checkpoint");
    }
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(restore(store(TinyTrial.DEFAULT))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 20, 60, 90})
  void setsADamagedOneAsideAndTakesTheOneBefore(int place) throws IOException {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    store.write(1, value(10));
    store.write(2, value(20));
    byte[] bytes = Files.readAllBytes(directory.resolve(SECOND));
    bytes[place] ^= 1;
    Files.write(directory.resolve(SECOND), bytes);
    assertThat(restore(store)).isTrue();
    assertThat(loaded).containsExactly(10L);
    assertThat(log)
        .containsExactly(
            "Checkpoint 'step-000000000002.checkpoint' is not used: it is damaged. It is kept as"
                + " 'step-000000000002.checkpoint.unusable'.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 50})
  void setsATruncatedOneAside(int length) throws IOException {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    store.write(2, value(20));
    byte[] bytes = Files.readAllBytes(directory.resolve(SECOND));
    Files.write(directory.resolve(SECOND), java.util.Arrays.copyOf(bytes, length));
    assertThat(restore(store)).isFalse();
    assertThat(log).hasSize(1);
    assertThat(directory.resolve(SECOND)).doesNotExist();
  }

  @Test
  void setsAForeignOneAside() {
    store(TinyTrial.DEFAULT).write(2, value(20));
    assertThat(restore(store(TinyTrial.DEFAULT.withLearningRate(0.2)))).isFalse();
    assertThat(log)
        .containsExactly(
            "Checkpoint 'step-000000000002.checkpoint' is not used: it belongs to another"
                + " configuration of the experiment. It is kept as"
                + " 'step-000000000002.checkpoint.unusable'.");
  }

  @Test
  void setsOneAsideWhoseStateHasAnotherShape() {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    store.write(2, out -> out.putLong("other", 20));
    assertThat(restore(store)).isFalse();
    assertThat(log)
        .containsExactly(
            "Checkpoint 'step-000000000002.checkpoint' is not used: it cannot be read (Cannot read"
                + " state 'value': the next value is 'other'.). It is kept as"
                + " 'step-000000000002.checkpoint.unusable'.");
  }

  @Test
  void ignoresWhatAKilledWriterLeft() throws IOException {
    CheckpointStore store = store(TinyTrial.DEFAULT);
    store.write(1, value(10));
    Files.write(directory.resolve(SECOND + ".part"), new byte[] {1, 2, 3});
    assertThat(restore(store)).isTrue();
    assertThat(loaded).containsExactly(10L);
    store.delete();
    assertThat(directory).doesNotExist();
  }

  private boolean restore(CheckpointStore store) {
    return store.restore(in -> loaded.add(in.getLong("value")));
  }

  private CheckpointStore store(TinyTrial trial) {
    return new CheckpointStore(directory, Checkpoint.of(trial.specification(directory)), log::add);
  }

  private static Consumer<StateWriter> value(long value) {
    return out -> out.putLong("value", value);
  }
}
