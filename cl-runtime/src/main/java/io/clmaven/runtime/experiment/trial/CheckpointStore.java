package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.state.AtomicFile;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The checkpoints of one trial: {@code step-<number>.checkpoint}, the newest two. A new one is
 * complete on disk before an old one goes.
 */
final class CheckpointStore {

  private static final String ENDING = TrialSpecification.CHECKPOINT;
  private static final int KEPT = 2;

  private final Path directory;
  private final Checkpoint format;
  private final Consumer<String> log;

  CheckpointStore(Path directory, Checkpoint format, Consumer<String> log) {
    this.directory = directory;
    this.format = format;
    this.log = log;
  }

  /**
   * Writes a checkpoint.
   *
   * @throws StorageException if that fails; the checkpoints before it are still there
   */
  void write(long step, Consumer<StateWriter> state) {
    Path file = directory.resolve(String.format(Locale.ROOT, "step-%012d%s", step, ENDING));
    try {
      AtomicFile.write(file, out -> format.write(out, state));
      for (Path old : newestFirst().stream().skip(KEPT).toList()) {
        Files.delete(old);
      }
    } catch (IOException e) {
      throw StorageException.writing(file, e);
    } catch (UncheckedIOException e) {
      throw StorageException.writing(file, e.getCause());
    }
  }

  /**
   * Loads the newest checkpoint that can be used; sets aside those that cannot, with one line each.
   *
   * @param load takes the state; may be called again after it threw {@link IllegalStateException}
   * @return whether there was one
   */
  boolean restore(Consumer<StateReader> load) {
    for (Path file : list()) {
      Optional<String> rejection = tryToLoad(file, load);
      if (rejection.isEmpty()) {
        return true;
      }
      setAside(file, rejection.get());
    }
    return false;
  }

  private Optional<String> tryToLoad(Path file, Consumer<StateReader> load) {
    try (StateReader state = format.read(file)) {
      load.accept(state);
      return Optional.empty();
    } catch (Checkpoint.RejectedException e) {
      return Optional.of(e.getMessage());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return Optional.of("it cannot be read (" + e.getMessage() + ")");
    }
  }

  private void setAside(Path file, String reason) {
    Path aside = file.resolveSibling(file.getFileName() + ".unusable");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw StorageException.writing(aside, e);
    }
    log.accept(
        "Checkpoint '%s' is not used: %s. It is kept as '%s'."
            .formatted(file.getFileName(), reason, aside.getFileName()));
  }

  /** Removes everything, after the results are written. */
  void delete() {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw StorageException.writing(directory, e);
    }
  }

  private List<Path> list() {
    try {
      return Files.isDirectory(directory) ? newestFirst() : List.of();
    } catch (IOException e) {
      throw StorageException.writing(directory, e);
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed())
          .toList();
    }
  }
}
