package io.clmaven.plugin.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The standalone report of a run, seen beside what it shows. Made before the goal plans anew. */
final class StandaloneReport {

  private final Path file;
  private final Path plan;
  private final byte[] oldPlan;
  private final FileTime oldPlanTime;

  StandaloneReport(Path runDirectory) {
    file = AbstractReportMojo.standalone(runDirectory);
    plan = runDirectory.resolve("plan.json");
    oldPlan = bytes(plan);
    oldPlanTime = time(plan);
  }

  Path file() {
    return file;
  }

  /** Gives the plan its time back if the goal wrote the same plan again. */
  void forgetSamePlan() {
    if (oldPlan.length == 0 || !Arrays.equals(oldPlan, bytes(plan))) {
      return;
    }
    try {
      Files.setLastModifiedTime(plan, oldPlanTime);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether the report is there and not older than plan, results and baselines. */
  boolean shows(Collection<Path> results, Path baselines) {
    List<Path> sources = new ArrayList<>(results);
    sources.add(plan);
    sources.addAll(withChildren(baselines));
    return Files.exists(file)
        && sources.stream().noneMatch(source -> time(source).compareTo(time(file)) > 0);
  }

  /** The time of the folder itself tells of files that are gone. */
  private static List<Path> withChildren(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), children).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
