package io.clmaven.runtime.worker;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds code of the user's project in a stack trace: a class from elsewhere that implements an
 * interface of this runtime (a method, a benchmark, a data set, a stream of tasks).
 */
final class UserCode {

  private static final String OURS = "io.clmaven.runtime.";

  private UserCode() {}

  /** Returns the class of the user that was running when it was thrown, if there is one. */
  static Optional<String> in(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .flatMap(t -> Arrays.stream(t.getStackTrace()))
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith(OURS))
        .filter(UserCode::extendsRuntime)
        .findFirst();
  }

  private static boolean extendsRuntime(String name) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return implementsOurs(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean implementsOurs(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> implemented : c.getInterfaces()) {
        if (implemented.getName().startsWith(OURS) || implementsOurs(implemented)) {
          return true;
        }
      }
    }
    return false;
  }
}
