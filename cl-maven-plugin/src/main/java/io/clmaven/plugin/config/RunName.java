package io.clmaven.plugin.config;

import java.util.regex.Pattern;

/** The value of {@code cl.runId}: the name of one folder. */
public final class RunName {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*");

  private RunName() {}

  /**
   * Refuses what is not the name of one folder.
   *
   * @throws ProjectException if it is not
   */
  public static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ProjectException(
          "Cannot use '%s' of cl.runId: it names one folder below the results. Use letters, digits, '-', '_' and '.' only."
              .formatted(name));
    }
  }
}
