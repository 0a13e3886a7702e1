package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitReportTest {

  @TempDir Path directory;

  @Test
  void everyRuleIsATestCase() throws IOException {
    new JUnitReport(directory)
        .write(
            "gpm",
            List.of(
                new Verdict("gpm", "accuracy.minimum", Outcome.MET, "it is <fine>"),
                new Verdict("gpm", "bwt.margin", Outcome.BROKEN, "it is \"worse\" & more"),
                new Verdict("gpm", "results", Outcome.SKIPPED, "none")));
    assertThat(Files.readString(directory.resolve("TEST-io.clmaven.gpm.xml")))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="io.clmaven.gpm" tests="3" failures="1" errors="0" skipped="1" time="0">
              <testcase classname="io.clmaven.gpm" name="accuracy.minimum" time="0"><system-out>gpm meets rule 'accuracy.minimum': it is &lt;fine&gt;</system-out></testcase>
              <testcase classname="io.clmaven.gpm" name="bwt.margin" time="0"><failure message="gpm breaks rule 'bwt.margin': it is &quot;worse&quot; &amp; more">gpm breaks rule 'bwt.margin': it is "worse" &amp; more</failure></testcase>
              <testcase classname="io.clmaven.gpm" name="results" time="0"><skipped message="gpm skips rule 'results': none">gpm skips rule 'results': none</skipped></testcase>
            </testsuite>
            """);
  }
}
