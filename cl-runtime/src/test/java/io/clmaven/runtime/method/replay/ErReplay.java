package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.WholeStepMethod;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Trajectories of {@link Er} and, with sharpness, {@link FsEr}. */
public final class ErReplay {

  private final JsonNode file;
  private final JsonNode config;
  private final boolean sharpness;
  private final boolean secondOrder;

  private ErReplay(JsonNode file) {
    this.file = file;
    this.config = field(file, "config");
    this.sharpness = field(config, "sharpness").booleanValue();
    this.secondOrder = field(config, "second_order").booleanValue();
  }

  /** Kind {@code er-trajectory}: one case for each engine that has the derivatives. */
  public static Stream<DynamicTest> engines(JsonNode file) {
    ErReplay replay = new ErReplay(file);
    boolean curved = replay.sharpness && replay.secondOrder;
    return (curved ? Stream.of("onednn") : Stream.of("onednn", "dl4j"))
        .map(engine -> DynamicTest.dynamicTest(engine, () -> replay.run(engine)));
  }

  private void run(String engine) {
    RecordedTrajectory trajectory = new RecordedTrajectory(file);
    RecordedDraws draws = trajectory.draws();
    WholeStepMethod method = sharpness ? new FsEr(random -> draws) : new Er(random -> draws);
    trajectory.replay(engine, method, sharpness ? perturbed() : plain(), this::loss);
    draws.assertUsedUp();
  }

  /** The mean over all perturbations that were asked for, also where there were fewer. */
  private double loss(JsonNode glance) {
    double sum = Arrays.stream(doubles(field(glance, "meta_losses"))).sum();
    return sharpness ? sum / whole("inner_batches") : sum;
  }

  private ErParameters plain() {
    return new ErParameters(
        whole("memories"),
        number("grad_clip_norm"),
        whole("glances"),
        config.path("freeze_bn").booleanValue());
  }

  private FsErParameters perturbed() {
    return new FsErParameters(
        whole("memories"),
        number("grad_clip_norm"),
        whole("glances"),
        whole("inner_batches"),
        number("eta1"),
        secondOrder);
  }

  private int whole(String setting) {
    return field(config, setting).intValue();
  }

  private double number(String setting) {
    return field(config, setting).doubleValue();
  }
}
