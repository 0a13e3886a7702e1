package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A copy of what a network has learnt: its parameters and running statistics. */
final class Snapshot implements Stateful {

  private final Network network;
  private final String name;
  private final float[] parameters; // [P]
  private final float[] statistics;

  /**
   * Makes an empty one.
   *
   * @param name begins the names of its values in a checkpoint
   */
  Snapshot(Network network, String name) {
    this.network = network;
    this.name = name;
    this.parameters = new float[network.parameters().length()];
    this.statistics = new float[network.statistics().values().length];
  }

  /** Copies what the network has learnt by now. */
  void take() {
    copy(network.parameters().pull(), parameters);
    copy(network.statistics().values(), statistics);
  }

  /** Brings it back to the network. */
  void restore() {
    copy(parameters, network.parameters().values());
    copy(statistics, network.statistics().values());
  }

  /** Returns the SHA-256 of the parameters and statistics, float32, big-endian. */
  String sha256() {
    int length = Math.addExact(parameters.length, statistics.length);
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(length, Float.BYTES));
    bytes.asFloatBuffer().put(parameters).put(statistics);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(float[] source, float[] target) {
    System.arraycopy(source, 0, target, 0, target.length);
  }

  @Override
  public void save(StateWriter out) {
    out.putFloats(name + ".parameters", parameters);
    out.putFloats(name + ".statistics", statistics);
  }

  @Override
  public void load(StateReader in) {
    copy(in.getFloats(name + ".parameters"), parameters);
    copy(in.getFloats(name + ".statistics"), statistics);
  }
}
