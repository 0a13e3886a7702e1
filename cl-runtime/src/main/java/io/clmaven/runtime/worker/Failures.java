package io.clmaven.runtime.worker;

import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.engine.EngineException;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.experiment.trial.DivergedException;
import io.clmaven.runtime.experiment.trial.IllegalTrialException;
import io.clmaven.runtime.experiment.trial.StorageException;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds out what a thrown object means to the user. */
final class Failures {

  private final FailureTexts texts;

  /**
   * Explains failures of one command.
   *
   * @param subject what is being done, for example {@code trial 'x', seed 1}
   * @param limits memory limits to name
   */
  Failures(String subject, MemoryLimits limits) {
    this.texts = new FailureTexts(subject, limits);
  }

  Failure explain(Throwable thrown) {
    Optional<Throwable> memory = find(thrown, Failures::isOutOfMemory);
    if (memory.isPresent()) {
      return Failure.of(ExitCode.OUT_OF_MEMORY, memoryText(memory.get()));
    }
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .flatMap(t -> known(t).stream())
        .findFirst()
        .orElseGet(() -> unknown(thrown));
  }

  private static Optional<Failure> known(Throwable thrown) {
    if (thrown instanceof DataException) {
      return Optional.of(Failure.of(ExitCode.DATA, thrown.getMessage()));
    }
    if (thrown instanceof DivergedException) {
      return Optional.of(Failure.of(ExitCode.DIVERGED, thrown.getMessage()));
    }
    if (thrown instanceof StorageException) {
      return Optional.of(Failure.of(ExitCode.STORAGE, thrown.getMessage()));
    }
    if (thrown instanceof IllegalTrialException
        || thrown instanceof EngineException
        || thrown instanceof UnsupportedModelException
        || thrown instanceof RequestException) {
      return Optional.of(Failure.of(ExitCode.CONFIGURATION, thrown.getMessage()));
    }
    return Optional.empty();
  }

  private Failure unknown(Throwable thrown) {
    Optional<Throwable> trace = Optional.of(thrown);
    return UserCode.in(thrown)
        .map(user -> new Failure(ExitCode.USER_CODE, texts.userCode(user, thrown), trace))
        .orElseGet(() -> new Failure(ExitCode.INTERNAL, texts.internal(thrown), trace));
  }

  private static Optional<Throwable> find(Throwable thrown, Predicate<Throwable> wanted) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).filter(wanted).findFirst();
  }

  private static boolean isOutOfMemory(Throwable thrown) {
    return thrown instanceof OutOfMemoryError || saysNativeMemory(thrown);
  }

  private String memoryText(Throwable thrown) {
    return saysNativeMemory(thrown) ? texts.offHeapFull() : texts.heapFull();
  }

  /** JavaCPP, ND4J, libstdc++ and oneDNN each have words of their own for it. */
  private static boolean saysNativeMemory(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return Stream.of("physicalBytes", "totalBytes", "bad_alloc", "out_of_memory")
        .anyMatch(message::contains);
  }
}
