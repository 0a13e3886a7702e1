package io.clmaven.plugin.progress;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;

/** Whether somebody watches in a terminal that can draw a line again. */
public final class Terminal {

  private static final int DEFAULT_WIDTH = 80;

  private final Map<String, String> environment;

  /** Looks at an environment. */
  public Terminal(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Returns whether the standard output is a terminal and no CI server runs the build. */
  public boolean isInteractive() {
    return !environment.containsKey("CI")
        && !"dumb".equals(environment.get("TERM"))
        && isTerminal(System.console());
  }

  /** Returns the number of columns. */
  public int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }

  /** From Java 22 on there is a console also without a terminal. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      Method method = Console.class.getMethod("isTerminal");
      return (Boolean) method.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
