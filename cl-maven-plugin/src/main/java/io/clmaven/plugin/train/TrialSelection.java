package io.clmaven.plugin.train;

import io.clmaven.plugin.uptodate.UnfinishedCheck;
import io.clmaven.plugin.uptodate.UpToDateCheck;
import io.clmaven.plugin.uptodate.Verdict;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Chooses the trials that have to run, and tells why. */
final class TrialSelection {

  private final Announcement announcement;
  private final Log log;

  TrialSelection(Announcement announcement, Log log) {
    this.announcement = announcement;
    this.log = log;
  }

  /** Returns the trials whose results are missing or were made with something else. */
  List<Trial> outdated(List<Trial> trials, TrainingOptions options) {
    List<JudgedTrial> judged =
        trials.stream().map(trial -> new JudgedTrial(trial, verdict(trial, options))).toList();
    announcement.lines(judged).forEach(log::info);
    return judged.stream()
        .filter(trial -> !trial.verdict().isUpToDate())
        .map(JudgedTrial::trial)
        .toList();
  }

  private static Verdict verdict(Trial trial, TrainingOptions options) {
    if (options.force()) {
      return new Verdict(List.of("cl.force is set"));
    }
    if (!Files.exists(trial.results()) && Files.isDirectory(trial.checkpoints())) {
      return UnfinishedCheck.of(
          trial.checkpoints(), trial.specification(), trial.experiment().fingerprint());
    }
    return UpToDateCheck.of(trial.results(), trial.experiment().fingerprint());
  }
}
