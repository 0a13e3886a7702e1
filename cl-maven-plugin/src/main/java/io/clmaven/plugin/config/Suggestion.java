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

  /** Returns the number of wrong, missing, superfluous and swapped letters. */
  private static int distance(String a, String b) {
    int[][] mistakes = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        mistakes[i][j] = i == 0 || j == 0 ? i + j : fewest(mistakes, a.substring(0, i), b, j);
      }
    }
    return mistakes[a.length()][b.length()];
  }

  private static int fewest(int[][] mistakes, String a, String b, int j) {
    int i = a.length();
    int replaced = mistakes[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(mistakes[i][j - 1], mistakes[i - 1][j]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, mistakes[i - 2][j - 2] + 1) : least;
  }
}
