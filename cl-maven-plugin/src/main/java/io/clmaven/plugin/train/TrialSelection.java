package io.clmaven.plugin.train;

import io.clmaven.plugin.uptodate.UpToDateCheck;
import io.clmaven.plugin.uptodate.Verdict;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Chooses the trials that have to run, and tells why; experiments without one are named too. */
final class TrialSelection {

  private final Log log;

  TrialSelection(Log log) {
    this.log = log;
  }

  /** Returns the trials whose results are missing or were made with something else. */
  List<Trial> outdated(List<Trial> trials, TrainingOptions options) {
    Map<String, List<Trial>> byExperiment =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.experiment().name(), LinkedHashMap::new, Collectors.toList()));
    List<Trial> outdated = new ArrayList<>();
    byExperiment.forEach(
        (name, ofExperiment) -> outdated.addAll(outdatedOf(name, ofExperiment, options)));
    return outdated;
  }

  private List<Trial> outdatedOf(String name, List<Trial> trials, TrainingOptions options) {
    List<Trial> outdated = new ArrayList<>();
    for (Trial trial : trials) {
      Verdict verdict = verdict(trial, options);
      if (!verdict.isUpToDate()) {
        outdated.add(trial);
        log.info("Training %s: %s.".formatted(trial.label(), verdict.text()));
      }
    }
    if (outdated.isEmpty()) {
      log.info("%s is up to date: nothing to train.".formatted(name));
    }
    return outdated;
  }

  private static Verdict verdict(Trial trial, TrainingOptions options) {
    if (options.force()) {
      return new Verdict(List.of("cl.force is set"));
    }
    if (!Files.exists(trial.results()) && Files.isDirectory(trial.checkpoints())) {
      return new Verdict(List.of("unfinished, goes on from its checkpoint"));
    }
    return UpToDateCheck.of(trial.results(), trial.experiment().fingerprint());
  }
}
