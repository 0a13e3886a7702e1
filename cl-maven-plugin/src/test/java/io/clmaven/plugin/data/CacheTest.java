package io.clmaven.plugin.data;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a data cache, and a server that it is filled from. */
abstract class CacheTest {

  @TempDir Path folder;

  DownloadsFixture data;
  DataServer server;

  @BeforeEach
  void start() throws IOException {
    data = new DownloadsFixture(folder);
    server = data.server();
  }

  @AfterEach
  void stop() {
    data.close();
  }
}
