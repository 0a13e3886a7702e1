package io.clmaven.plugin.train;

import java.util.concurrent.Semaphore;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * How many trials run at a time in the whole build, also where modules are built side by side. Kept
 * in the repository session, which all modules share even if each has its own copy of this class.
 */
public final class Permits {

  private static final String KEY = "io.clmaven.plugin.trials";

  private Permits() {}

  /** Returns the permits of the build; the first module that asks decides their number. */
  public static Semaphore ofBuild(RepositorySystemSession session, int parallel) {
    SessionData data = session.getData();
    data.set(KEY, null, new Semaphore(parallel, true));
    return (Semaphore) data.get(KEY);
  }
}
