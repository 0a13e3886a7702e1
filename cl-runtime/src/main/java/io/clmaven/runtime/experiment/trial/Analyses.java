package io.clmaven.runtime.experiment.trial;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.analysis.Analysis;
import io.clmaven.runtime.experiment.analysis.AnalysisContext;
import io.clmaven.runtime.experiment.analysis.LossProbes;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.state.AtomicFile;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The analyses of an experiment, and after how many tasks they have measured. */
final class Analyses implements Stateful {

  private final Map<String, Analysis> byName = new LinkedHashMap<>();
  private int tasks;

  /** Makes and begins the analyses. */
  Analyses(TrialParts parts) {
    parts
        .experiment()
        .analysis()
        .forEach((name, selection) -> byName.put(name, begin(selection, parts)));
  }

  private static Analysis begin(Selection<Analysis> selection, TrialParts parts) {
    Analysis analysis = selection.create();
    analysis.begin(
        new AnalysisContext(
            selection.parameters(),
            parts.network(),
            parts.tasks(),
            parts.random().stream("analysis." + selection.name())));
    return analysis;
  }

  /** Tells whether there is something to measure after so many tasks. */
  boolean areDue(int tasksLearnt) {
    return !byName.isEmpty() && tasks < tasksLearnt;
  }

  void afterTask(Task task, LossProbes probes) {
    byName.values().forEach(analysis -> analysis.afterTask(task, probes));
    tasks = task.index() + 1;
  }

  /** Writes what was measured, each analysis into a file of its own, as a whole or not at all. */
  void write(Path directory) {
    ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
    for (Map.Entry<String, Analysis> entry : byName.entrySet()) {
      Path file = directory.resolve(TrialResult.analysisFile(entry.getKey()));
      Record result = entry.getValue().result();
      try {
        AtomicFile.write(file, out -> out.write(writer.writeValueAsBytes(result)));
      } catch (IOException e) {
        throw StorageException.writing(file, e);
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    if (!byName.isEmpty()) {
      out.putLong("analysis.tasks", tasks);
      byName.values().forEach(analysis -> analysis.save(out));
    }
  }

  @Override
  public void load(StateReader in) {
    if (!byName.isEmpty()) {
      tasks = Math.toIntExact(in.getLong("analysis.tasks"));
      byName.values().forEach(analysis -> analysis.load(in));
    }
  }
}
