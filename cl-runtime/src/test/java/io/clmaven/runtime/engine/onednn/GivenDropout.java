package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Nd4jBackend;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;

/** A network of engine {@code onednn} whose dropout layers keep what they are told to keep. */
public final class GivenDropout {

  private static final long HALF = 0xFFFFFFFFL; // never below a threshold

  private final List<ModelSpec.Node> layers;
  private final float[][] kept; // in the order of the memory
  private final Network network;

  /** Compiles a model; its parameters are zero. */
  public GivenDropout(ModelSpec model) {
    Nd4jBackend.prepare();
    layers = model.nodes().stream().filter(n -> n.layer() instanceof Layer.Dropout).toList();
    kept = new float[layers.size()][];
    network =
        new OnednnNetwork(model, new RandomStreams(0).stream("dropout"), new Pass(this::bits));
  }

  /** Returns the network. */
  public Network network() {
    return network;
  }

  /** Returns the names of the dropout layers. */
  public List<String> layers() {
    return layers.stream().map(ModelSpec.Node::name).toList();
  }

  /**
   * Decides for the passes that follow.
   *
   * @param keep [N, ...] of 0 and 1
   */
  public void decide(String layer, float[] keep) {
    int number = layers().indexOf(layer);
    Image image = Image.of(layers.get(number).outputShape());
    float[] channelsLast = new float[keep.length];
    for (int i = 0; i < keep.length; i++) {
      int pixel = i % image.pixels();
      int channel = i / image.pixels() % image.channels();
      int sample = i / image.size();
      channelsLast[(sample * image.pixels() + pixel) * image.channels() + channel] = keep[i];
    }
    kept[number] = channelsLast;
  }

  private long bits(long seed, int layer, int place) {
    return half(layer, 2 * place) << Integer.SIZE | half(layer, 2 * place + 1);
  }

  private long half(int layer, int element) {
    return element < kept[layer].length && kept[layer][element] != 0 ? HALF : 0;
  }
}
