package io.clmaven.plugin.uptodate;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells how a trial without results goes on: its checkpoints are of use only as it was begun. */
public final class UnfinishedCheck {

  private UnfinishedCheck() {}

  /**
   * Judges a trial that was begun and has no results.
   *
   * @param checkpoints folder of its checkpoints
   * @param begun file with what its worker was last asked
   * @param now fingerprint of the experiment as it is now
   */
  public static Verdict of(Path checkpoints, Path begun, Fingerprint now) {
    if (!hasCheckpoint(checkpoints)) {
      return new Verdict(List.of("unfinished and without a checkpoint, begins anew"));
    }
    List<String> changes = changes(begun, now);
    if (changes.isEmpty()) {
      return new Verdict(List.of("unfinished, goes on from its checkpoint"));
    }
    List<String> reasons = new ArrayList<>(List.of("unfinished, begins anew"));
    reasons.addAll(changes);
    return new Verdict(reasons);
  }

  private static boolean hasCheckpoint(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> file.getFileName().toString().endsWith(TrialSpecification.CHECKPOINT));
    } catch (IOException e) {
      return false;
    }
  }

  /** What cannot be read tells of no change: the worker looks at the checkpoint itself. */
  private static List<String> changes(Path begun, Fingerprint now) {
    try {
      return now.changesSince(
          Json.mapper().readValue(begun.toFile(), TrialSpecification.class).fingerprint());
    } catch (IOException e) {
      return List.of();
    }
  }
}
