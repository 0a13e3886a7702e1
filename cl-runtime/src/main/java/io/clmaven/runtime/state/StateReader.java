package io.clmaven.runtime.state;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link StateWriter} wrote: the same names in the same order. */
public final class StateReader implements Closeable {

  private final DataInputStream in;

  public StateReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** Reads a whole number. */
  public long getLong(String name) {
    return ByteBuffer.wrap(getBytes(name)).getLong();
  }

  /** Reads a number. */
  public double getDouble(String name) {
    return Double.longBitsToDouble(getLong(name));
  }

  /** Reads a text. */
  public String getString(String name) {
    return new String(getBytes(name), StandardCharsets.UTF_8);
  }

  /** Reads whole numbers. */
  public long[] getLongs(String name) {
    byte[] bytes = getBytes(name);
    long[] values = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(values);
    return values;
  }

  /** Reads whole numbers of 32 bits. */
  public int[] getInts(String name) {
    byte[] bytes = getBytes(name);
    int[] values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  /** Reads single-precision numbers. */
  public float[] getFloats(String name) {
    byte[] bytes = getBytes(name);
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  /** Reads double-precision numbers. */
  public double[] getDoubles(String name) {
    byte[] bytes = getBytes(name);
    double[] values = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return values;
  }

  /**
   * Reads bytes as they are.
   *
   * @throws IllegalStateException if the next value has another name
   */
  public byte[] getBytes(String name) {
    try {
      String found = in.readUTF();
      if (!found.equals(name)) {
        throw new IllegalStateException(
            "Cannot read state '%s': the next value is '%s'.".formatted(name, found));
      }
      byte[] value = new byte[in.readInt()];
      in.readFully(value);
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
