package io.clmaven.runtime.random;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** The random streams of one trial, by name. The same seed and name give the same numbers. */
public final class RandomStreams implements Stateful {

  private final long seed;
  private final Map<String, RandomStream> streams = new TreeMap<>();

  public RandomStreams(long seed) {
    this.seed = seed;
  }

  /** Returns the seed that all streams derive from. */
  public long seed() {
    return seed;
  }

  /**
   * Returns the stream of that name; the same object at every call.
   *
   * @param name what the numbers decide, for example {@code init}, {@code batches}, {@code dropout}
   */
  public RandomStream stream(String name) {
    return streams.computeIfAbsent(name, n -> new RandomStream(derive(n)));
  }

  /** SHA-256 of seed and name, as the four words of a xoshiro256++ state. */
  private long[] derive(String name) {
    try {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      byte[] material =
          ByteBuffer.allocate(Long.BYTES + text.length).putLong(seed).put(text).array();
      long[] words = new long[4];
      ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(material))
          .asLongBuffer()
          .get(words);
      return words;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("random.count", streams.size());
    streams.forEach(
        (name, stream) -> {
          out.putString("random.name", name);
          stream.save(out);
        });
  }

  @Override
  public void load(StateReader in) {
    long count = in.getLong("random.count");
    for (long i = 0; i < count; i++) {
      stream(in.getString("random.name")).load(in);
    }
  }
}
