package io.clmaven.runtime.worker.doctor;

import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the disk below a folder that is or will be there.
 *
 * @param topic what the folder is for
 * @param folder the folder
 * @param neededBytes less free space than this is worth a warning
 */
record DiskProbe(String topic, Path folder, long neededBytes) implements Probe {

  private static final long MIB = 1L << 20;
  private static final long DEFAULT_BYTES = 1024 * MIB;

  static DiskProbe of(String topic, String folder) {
    return new DiskProbe(topic, Path.of(folder).toAbsolutePath(), DEFAULT_BYTES);
  }

  @Override
  public Finding look() {
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      return Probe.error(
          topic, "'%s' cannot be written. Correct the permissions.".formatted(existing));
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String text = "'%s', %d MiB free".formatted(folder, free / MIB);
      return free < neededBytes
          ? Probe.warn(topic, text + ". Free space, at least %d MiB.".formatted(neededBytes / MIB))
          : Probe.ok(topic, text);
    } catch (IOException e) {
      return Probe.error(topic, "'%s': %s".formatted(folder, e.getMessage()));
    }
  }
}
