package io.clmaven.runtime.experiment.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant. */
public final class Nearest {

  private static final int SHORTEST = 3;

  private Nearest() {}

  /**
   * Returns the known name with the smallest edit distance (insert, delete, replace, swap
   * neighbours), if at most a third of the letters differ, or else one that begins with the same
   * three letters and goes on longer. Case, hyphens, underscores and dots do not count.
   */
  public static Optional<String> to(String wrong, Collection<String> known) {
    return all(wrong, known).stream().findFirst();
  }

  /** Returns the same name, or all names that begin with the same letters and go on longer. */
  static List<String> all(String wrong, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(plain(wrong), plain(name)) <= allowed(wrong, name))
        .min(
            Comparator.comparingInt((String name) -> distance(plain(wrong), plain(name)))
                .thenComparing(Comparator.naturalOrder()))
        .map(List::of)
        .orElseGet(() -> beginningWith(wrong, known));
  }

  /** Returns all names that begin with the same three letters or more, in alphabetical order. */
  static List<String> beginningWith(String wrong, Collection<String> known) {
    String beginning = plain(wrong);
    return known.stream()
        .filter(name -> beginning.length() >= SHORTEST && plain(name).startsWith(beginning))
        .sorted()
        .toList();
  }

  private static int allowed(String wrong, String name) {
    return Math.max(1, Math.max(wrong.length(), name.length()) / 3);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
