package io.clmaven.runtime.state;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes named values in a fixed order. The reader asks for the same names in the same order, so
 * that a mismatch between writing and reading code is found at once.
 */
public final class StateWriter implements Closeable {

  private final DataOutputStream out;

  public StateWriter(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** Writes a whole number. */
  public void putLong(String name, long value) {
    put(name, ByteBuffer.allocate(Long.BYTES).putLong(value));
  }

  /** Writes a number, all 64 bits of it. */
  public void putDouble(String name, double value) {
    putLong(name, Double.doubleToRawLongBits(value));
  }

  /** Writes a text. */
  public void putString(String name, String value) {
    putBytes(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes whole numbers. */
  public void putLongs(String name, long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    putBytes(name, bytes.array());
  }

  /** Writes whole numbers of 32 bits. */
  public void putInts(String name, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    putBytes(name, bytes.array());
  }

  /** Writes single-precision numbers, all bits of them. */
  public void putFloats(String name, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    putBytes(name, bytes.array());
  }

  /** Writes double-precision numbers, all bits of them. */
  public void putDoubles(String name, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    putBytes(name, bytes.array());
  }

  /** Writes bytes as they are. */
  public void putBytes(String name, byte[] value) {
    try {
      out.writeUTF(name);
      out.writeInt(value.length);
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String name, ByteBuffer value) {
    putBytes(name, value.array());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
