package io.clmaven.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.NavigableSet;

/** The members of an archive, which is read where it lies; nothing is unpacked. */
interface Members extends Closeable {

  /** Returns the names of all files in the archive, in alphabetical order. */
  NavigableSet<String> names();

  /** Reads one of them. */
  byte[] read(String name) throws IOException;
}
