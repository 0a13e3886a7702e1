package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {

  @TempDir Path folder;

  @Test
  void readsAFileOfTheSafetensorsLibrary() throws IOException {
    // safetensors.numpy.save({"b": [[1.5, -2, 3.25]], "a": int64 [0, 1]}, {"format": "pt"})
    byte[] bytes =
        Base64.getDecoder()
            .decode(
                "kAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJhIjp7ImR0eXBlIjoiSTY0Iiwic2hh"
                    + "cGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMCwxNl19LCJiIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsx"
                    + "LDNdLCJkYXRhX29mZnNldHMiOlsxNiwyOF19fSAAAAAAAAAAAAEAAAAAAAAAAADAPwAAAMAAAFBA");
    Path file = Files.write(folder.resolve("small.safetensors"), bytes);

    try (SafeTensors read = SafeTensors.open(file)) {
      assertThat(read.names()).containsExactly("a", "b");
      assertThat(read.read("b", List.of(1, 3))).containsExactly(1.5f, -2, 3.25f);
    }
  }
}
