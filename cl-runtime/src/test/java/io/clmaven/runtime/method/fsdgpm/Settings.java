package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import java.util.stream.Stream;

/**
 * The switches of the official parser in a file, by their names there.
 *
 * @param config what holds for all cases
 * @param own what a case has for itself; may be the same
 */
record Settings(JsonNode config, JsonNode own) {

  static Settings of(JsonNode config) {
    return new Settings(config, config);
  }

  /** Returns the engines that have the derivatives. */
  Stream<String> engines() {
    boolean curved = value("second_order").booleanValue();
    return curved ? Stream.of("onednn") : Stream.of("onednn", "dl4j");
  }

  /** Returns the parameters of the method. */
  FsDgpmParameters with(Learning softWeights, int memories) {
    return new FsDgpmParameters(
        value("inner_batches").intValue(),
        value("eta1").doubleValue(),
        value("eta2").doubleValue(),
        value("lam_init").doubleValue(),
        value("tmp").doubleValue(),
        softWeights,
        common(memories),
        value("second_order").booleanValue(),
        config.path("freeze_bn").booleanValue());
  }

  private CommonParameters common(int memories) {
    return new CommonParameters(
        memories,
        number("mem_batch_size", 300).intValue(),
        number("thres", 0.9).doubleValue(),
        number("thres_add", 0.003).doubleValue(),
        number("thres_last", 1).doubleValue(),
        value("grad_clip_norm").doubleValue(),
        value("glances").intValue());
  }

  /** Returns the threshold after the task at a position. */
  double thresholdAfter(int task) {
    return common(0).thresholdAfter(task);
  }

  private JsonNode value(String name) {
    return own.has(name) ? own.get(name) : field(config, name);
  }

  private Number number(String name, double otherwise) {
    return config.has(name) ? config.get(name).numberValue() : (Number) otherwise;
  }
}
