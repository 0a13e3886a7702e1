package io.clmaven.plugin.data;

import java.net.URI;
import java.nio.file.Path;

/** Fetches what a URL points at. */
interface Transport {

  /**
   * Fetches into a file, going on behind what is already in it where the server allows that.
   *
   * @param source where to fetch from
   * @param part receives the bytes
   * @param limit most bytes to accept
   */
  void fetch(URI source, Path part, long limit) throws SourceException;
}
