package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The format of a checkpoint file: magic, version, identity of the trial, named state, CRC-32C of
 * all of that. A file is read only if every byte of it is as it was written.
 */
final class Checkpoint {

  private static final int MAGIC = 0x434C4350; // CLCP
  private static final int VERSION = 1;

  private final String identity;

  private Checkpoint(String identity) {
    this.identity = identity;
  }

  /** Returns the format for the checkpoints of one trial: same experiment, seed, fingerprint. */
  static Checkpoint of(TrialSpecification trial) {
    String text = trial.experiment() + '\n' + trial.seed() + '\n' + trial.fingerprint();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Checkpoint(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a whole checkpoint; the stream stays open. */
  void write(OutputStream out, Consumer<StateWriter> state) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
    DataOutputStream data = new DataOutputStream(checked);
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    data.writeUTF(identity);
    state.accept(new StateWriter(data));
    data.writeLong(checked.getChecksum().getValue());
    data.flush();
  }

  /**
   * Returns the state in a file.
   *
   * @throws RejectedException if the file is damaged or belongs to something else
   */
  StateReader read(Path file) throws IOException, RejectedException {
    byte[] bytes = Files.readAllBytes(file);
    requireIntact(bytes);
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - Long.BYTES));
    if (in.readInt() != MAGIC) {
      throw new RejectedException("it is no checkpoint");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new RejectedException("its format is version " + version + ", not " + VERSION);
    }
    if (!in.readUTF().equals(identity)) {
      throw new RejectedException("it belongs to another configuration of the experiment");
    }
    return new StateReader(in);
  }

  private static void requireIntact(byte[] bytes) throws IOException, RejectedException {
    int length = bytes.length - Long.BYTES;
    if (length < 0) {
      throw new RejectedException("it is damaged");
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    byte[] trailer = Arrays.copyOfRange(bytes, length, bytes.length);
    if (new DataInputStream(new ByteArrayInputStream(trailer)).readLong() != sum.getValue()) {
      throw new RejectedException("it is damaged");
    }
  }

  /** Why a checkpoint cannot be used, as the end of a sentence. */
  static final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedException(String reason) {
      super(reason);
    }
  }
}
