package io.clmaven.runtime.optimizer.tag;

import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.factory.Nd4j;

/** TAG along given gradients, without a network; what is no number has to be none here too. */
public final class TagReplay {

  private static final double TOLERANCE = 1e-5;

  private final JsonNode file;
  private final ParameterLayout layout; // of the tensors that have gradients
  private final Tag tag;
  private final FlatVector parameters;

  private TagReplay(JsonNode file) {
    this.file = file;
    this.layout = layout(file);
    Selection<Optimizer> selection = TagFlavours.select(field(file, "config"));
    this.tag = (Tag) selection.create();
    tag.begin(selection.parameters(), layout, new RandomStreams(1));
    this.parameters = vector(field(file, "init_params"));
  }

  /** Kind {@code tag_unit}. */
  public static Stream<DynamicTest> steps(JsonNode file) {
    return Stream.of(DynamicTest.dynamicTest("steps", () -> new TagReplay(file).run()));
  }

  private static ParameterLayout layout(JsonNode file) {
    List<Segment> segments = new ArrayList<>();
    int offset = 0;
    for (var tensor : field(file, "init_params").properties()) {
      if (hasGradients(file, tensor.getKey())) {
        List<Integer> shape =
            Arrays.stream(ints(field(tensor.getValue(), "shape"))).boxed().toList();
        segments.add(new Segment(tensor.getKey(), Segment.Kind.WEIGHT, shape, offset));
        offset = segments.get(segments.size() - 1).end();
      }
    }
    return new ParameterLayout(segments);
  }

  /** A tensor has a gradient at every step, or at none, and then it never changes. */
  private static boolean hasGradients(JsonNode file, String name) {
    List<JsonNode> steps = list(field(file, "steps"));
    long gradients =
        steps.stream().filter(step -> !field(field(step, "grads"), name).isNull()).count();
    assertThat(gradients).isIn(0L, (long) steps.size());
    return gradients > 0;
  }

  private FlatVector vector(JsonNode tensors) {
    float[] flat = new float[layout.length()];
    for (Segment segment : layout.segments()) {
      float[] part = values(field(tensors, segment.layer()));
      System.arraycopy(part, 0, flat, segment.offset(), part.length);
    }
    return new FlatVector(Nd4j.createFromArray(flat));
  }

  private void run() {
    List<JsonNode> steps = list(field(file, "steps"));
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      if (field(step, "step").intValue() == 0) {
        if (field(step, "epoch").intValue() == 0) {
          beginTask(task(step));
        }
        tag.beginEpoch();
      }
      tag.update(parameters, vector(field(step, "grads")));
      compare(step);
      if (i + 1 == steps.size() || task(steps.get(i + 1)) > task(step)) {
        means(field(file, "task_end").get(task(step)));
      }
    }
    beginTask(field(file, "task_end").size());
  }

  /** The directions of a task are made when the next one begins. */
  private void beginTask(int task) {
    tag.beginTask();
    if (task > 0) {
      JsonNode end = field(file, "task_end").get(task - 1);
      flat("direction of ", new TagState(tag).direction(), field(end, "m_normalised"));
    }
  }

  private static int task(JsonNode object) {
    return field(object, "task").intValue();
  }

  private void compare(JsonNode step) {
    String place =
        "task %d, epoch %s, step %s, ".formatted(task(step), step.get("epoch"), step.get("step"));
    TagState state = new TagState(tag);
    flat(place + "m of ", state.first(), field(step, "m"));
    flat(place + "v of ", state.second(), field(step, "v"));
    flat(place + "parameters of ", parameters.pull(), field(step, "params"));
    weights(place + "weights of ", p -> tag.history().alphas(p), field(step, "alpha"));
  }

  private void means(JsonNode end) {
    if (end.has("alpha_mean_last_epoch")) {
      weights("mean weights of ", new TagState(tag)::means, end.get("alpha_mean_last_epoch"));
    }
  }

  private void weights(String what, IntFunction<float[]> actual, JsonNode expected) {
    for (int p = 0; p < layout.segments().size(); p++) {
      String name = layout.segments().get(p).layer();
      compare(what + name, actual.apply(p), values(field(expected, name)));
    }
  }

  private void flat(String what, float[] vector, JsonNode expected) {
    for (Segment segment : layout.segments()) {
      float[] part = Arrays.copyOfRange(vector, segment.offset(), segment.end());
      compare(what + segment.layer(), part, values(field(expected, segment.layer())));
    }
  }

  private static void compare(String what, float[] actual, float... expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double squares = 0;
    for (float value : expected) {
      squares += (double) value * value;
    }
    double rms = Math.sqrt(squares / expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (Float.isNaN(expected[i])) {
        assertThat(actual[i]).as(what).isNaN();
      } else {
        double scale = Math.abs(expected[i]) + (Double.isNaN(rms) ? 0 : rms);
        assertWithin(what, actual[i], expected[i], TOLERANCE * scale);
      }
    }
  }
}
