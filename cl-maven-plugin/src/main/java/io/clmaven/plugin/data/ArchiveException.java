package io.clmaven.plugin.data;

import java.io.IOException;

/** An archive that must not be unpacked; the message is complete for the user. */
public final class ArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }
}
