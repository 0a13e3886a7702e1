package io.clmaven.plugin.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant by a misspelt name: swapped, missing or wrong letters. */
public final class Suggestion {

  private static final int LETTERS_PER_MISTAKE = 3;

  private Suggestion() {}

  /** Returns the known name that is nearest, if one is near. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= name.length() / LETTERS_PER_MISTAKE)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Returns {@code Did you mean 'x'?} with a leading space, or nothing. */
  public static String text(String name, Collection<String> known) {
    return nearest(name, known).map(" Did you mean '%s'?"::formatted).orElse("");
  }

  /** Returns the Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
