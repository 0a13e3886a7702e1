package io.clmaven.runtime.worker;

import java.io.IOException;
import java.util.Map;

/** Chooses the channel of a worker. */
final class Channels {

  private Channels() {}

  /** Returns the channel to the build, or the console where no build is listening. */
  static Channel open(Map<String, String> environment) {
    String port = environment.get("CL_PORT");
    if (port == null) {
      return new ConsoleChannel(System.out);
    }
    try {
      return PluginChannel.connect(
          Integer.parseInt(port), environment.getOrDefault("CL_TOKEN", ""));
    } catch (IOException e) {
      System.err.println("The build does not listen on port " + port + ": " + e.getMessage());
      return new ConsoleChannel(System.out);
    }
  }
}
