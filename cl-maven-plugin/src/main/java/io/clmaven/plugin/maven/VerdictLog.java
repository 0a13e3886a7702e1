package io.clmaven.plugin.maven;

import io.clmaven.plugin.check.Conclusion;
import io.clmaven.plugin.check.Verdict;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells verdicts to the build.
 *
 * @param log of the build
 * @param failsBuild whether a broken rule fails it; if not, it is a warning
 */
record VerdictLog(Log log, boolean failsBuild) {

  /** Tells one verdict. */
  void tell(Verdict verdict) {
    if (!verdict.isBroken()) {
      log.info(verdict.message());
    } else if (failsBuild) {
      log.error(verdict.message());
    } else {
      log.warn(verdict.message());
    }
  }

  /**
   * Tells what comes of all of them.
   *
   * @param more where there is more to see
   * @throws MojoFailureException if a rule is broken and that fails the build
   */
  void conclude(List<Verdict> verdicts, String more) throws MojoFailureException {
    if (verdicts.isEmpty()) {
      return;
    }
    Conclusion conclusion = new Conclusion(verdicts);
    String text = conclusion.text(more);
    if (!conclusion.isBroken()) {
      log.info(text);
    } else if (failsBuild) {
      throw new MojoFailureException(text);
    } else {
      log.warn(text);
    }
  }
}
