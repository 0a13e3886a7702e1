package io.clmaven.plugin.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said about trials before the first one begins. */
public enum Announcement {

  /** Why each one has to run, and which experiments are up to date. */
  EACH_TRIAL {
    @Override
    List<String> lines(List<JudgedTrial> trials) {
      Map<String, List<JudgedTrial>> byExperiment =
          trials.stream()
              .collect(
                  Collectors.groupingBy(
                      judged -> judged.trial().experiment().name(),
                      LinkedHashMap::new,
                      Collectors.toList()));
      List<String> lines = new ArrayList<>();
      byExperiment.forEach((name, judged) -> lines.addAll(ofExperiment(name, judged)));
      return lines;
    }

    private List<String> ofExperiment(String name, List<JudgedTrial> trials) {
      List<String> lines =
          outdated(trials).stream()
              .map(j -> "Training %s: %s.".formatted(j.trial().label(), j.verdict().text()))
              .toList();
      return lines.isEmpty()
          ? List.of("%s is up to date: nothing to train.".formatted(name))
          : lines;
    }
  },

  /** One line on all of them: how many have to run, and why most of them have to. */
  SUMMARY {
    @Override
    List<String> lines(List<JudgedTrial> trials) {
      Map<String, Long> reasons =
          outdated(trials).stream()
              .collect(
                  Collectors.groupingBy(
                      judged -> judged.verdict().text(),
                      LinkedHashMap::new,
                      Collectors.counting()));
      if (reasons.isEmpty()) {
        return trials.isEmpty() ? List.of() : List.of(upToDate(trials.size()));
      }
      return List.of(
          "Training %d of %s: %s."
              .formatted(outdated(trials).size(), count(trials.size()), text(reasons)));
    }

    private String text(Map<String, Long> reasons) {
      String first =
          reasons.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())) // stable
              .limit(SHOWN)
              .map(
                  reason ->
                      reasons.size() == 1
                          ? reason.getKey()
                          : "%s (%s)".formatted(reason.getKey(), count(reason.getValue())))
              .collect(Collectors.joining("; "));
      int rest = reasons.size() - SHOWN;
      return rest > 0 ? "%s; and %d other reasons".formatted(first, rest) : first;
    }
  };

  private static final int SHOWN = 3;

  /** Returns the lines on some trials. */
  abstract List<String> lines(List<JudgedTrial> trials);

  private static List<JudgedTrial> outdated(List<JudgedTrial> trials) {
    return trials.stream().filter(judged -> !judged.verdict().isUpToDate()).toList();
  }

  private static String count(long trials) {
    return trials == 1 ? "1 trial" : "%d trials".formatted(trials);
  }

  private static String upToDate(int trials) {
    String are = trials == 1 ? "is" : "are";
    return "%s %s up to date: nothing to train.".formatted(count(trials), are);
  }
}
