package io.clmaven.runtime.optimizer.tag;

import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;

/** The flavours of TAG as reference files name them. */
final class TagFlavours {

  private TagFlavours() {}

  /** Chooses the flavour of a file's settings. */
  static Selection<Optimizer> select(JsonNode config) {
    String flavour = field(config, "tag_opt").textValue();
    String name =
        switch (flavour) {
          case "rms" -> "tag-rmsprop";
          case "adagrad" -> "tag-adagrad";
          case "adam" -> "tag-adam";
          default ->
              throw new IllegalArgumentException(
                  "there is no flavour '%s' of TAG".formatted(flavour));
        };
    StringBuilder settings = new StringBuilder("{name: " + name);
    settings.append(", learningRate: ").append(field(config, "lr").asText());
    settings.append(", b: ").append(field(config, "b").asText());
    if (config.has("beta1")) {
      settings.append(", beta1: ").append(config.get("beta1").asText());
    }
    if (config.path("beta2").isNumber() && !flavour.equals("adagrad")) {
      settings.append(", beta2: ").append(config.get("beta2").asText());
    }
    if (config.has("eps")) {
      settings.append(", epsilon: ").append(config.get("eps").asText());
    }
    return Optimizers.select(settings.append("}").toString());
  }
}
