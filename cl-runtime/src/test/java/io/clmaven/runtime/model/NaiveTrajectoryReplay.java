package io.clmaven.runtime.model;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.onednn.GivenDropout;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Training without any method: plain SGD, one head per task, every step compared. */
public final class NaiveTrajectoryReplay {

  /** What float32 allows: at the first step, and at the last. */
  private record Accuracy(double gradient, double first, double last) {

    static final Accuracy SMALL = new Accuracy(1e-4, 1e-4, 1e-4);

    /** Normalisation over a single channel amplifies rounding. */
    static final Accuracy RES_NET = new Accuracy(5e-4, 1e-3, 5e-3);
  }

  private final JsonNode file;
  private final List<JsonNode> data;
  private final ModelSpec model;
  private final Accuracy accuracy;
  private final GivenDropout dropout;
  private final Network network;
  private final Sgd sgd = new Sgd();

  private NaiveTrajectoryReplay(JsonNode file) {
    this.file = file;
    this.data = list(field(file, "data"));
    boolean resNet = field(file, "model").isTextual();
    this.model = resNet ? resNet() : LayerList.model(field(file, "model"), inputShape());
    this.accuracy = resNet ? Accuracy.RES_NET : Accuracy.SMALL;
    this.dropout = new GivenDropout(model);
    this.network = dropout.network();
  }

  /** Kind {@code trajectory} with optimizer {@code sgd}. */
  public static Stream<DynamicTest> sgd(JsonNode file) {
    String optimizer = field(field(file, "config"), "opt").textValue();
    if (!optimizer.equals("sgd")) {
      throw new IllegalArgumentException(
          "its optimizer '%s' is unknown. Known optimizers: sgd.".formatted(optimizer));
    }
    return Stream.of(
        DynamicTest.dynamicTest("onednn", () -> new NaiveTrajectoryReplay(file).run()));
  }

  /** The description is a sentence: the width is that of the first convolution. */
  private ModelSpec resNet() {
    JsonNode parameters = field(file, "init_params");
    int width = field(field(parameters, "conv1.weight"), "shape").get(0).intValue();
    int outputs = field(field(parameters, "linear.bias"), "shape").get(0).intValue();
    String model = "{name: reduced-resnet-18, width: %d}".formatted(width);
    return Networks.specify(model, inputShape(), outputs);
  }

  private List<Integer> inputShape() {
    return sampleShape(field(data.get(0).get(0), "x"));
  }

  private void run() {
    try (network) {
      LayerList.load(field(file, "init_params"), network);
      if (file.has("init_buffers")) {
        NamedTensors.load(file.get("init_buffers"), network.statistics());
      }
      List<JsonNode> steps = list(field(file, "steps"));
      assertThat(steps).isNotEmpty();
      for (int i = 0; i < steps.size(); i++) {
        JsonNode step = steps.get(i);
        if (field(step, "epoch").intValue() == 0 && field(step, "step").intValue() == 0) {
          begin(task(step));
        }
        compare(step, train(step), i == 0 ? accuracy.first() : accuracy.last());
        if (i + 1 == steps.size() || task(steps.get(i + 1)) != task(step)) {
          evaluate(field(file, "task_end").get(task(step)));
        }
      }
    }
  }

  private static int task(JsonNode step) {
    return field(step, "task").intValue();
  }

  /** Every task has an optimizer of its own. */
  private void begin(int task) {
    double rate = field(list(field(file, "task_end")).get(task), "lr").doubleValue();
    sgd.begin(new Sgd.Parameters(rate, 0, false, 0), network.layout(), new RandomStreams(0));
  }

  private double train(JsonNode step) {
    for (String layer : dropout.layers()) {
      dropout.decide(layer, values(field(field(step, "dropout_keep"), layer)));
    }
    Batch batch = batch(task(step), data.get(task(step)).get(field(step, "step").intValue()));
    network.forward(batch, Mode.TRAIN);
    double loss = network.backward(batch, new SoftmaxCrossEntropy());
    if (step.has("grads")) {
      check("gradient", network.gradient().pull(), step.get("grads"), accuracy.gradient());
    }
    sgd.update(network.parameters(), network.gradient());
    return loss;
  }

  /** Compares the logits of each head that the file evaluates. */
  private void evaluate(JsonNode end) {
    for (JsonNode expected : end.path("eval")) {
      int task = task(expected);
      Batch batch = batch(task, field(file, "eval_data").get(task));
      INDArray logits = network.forward(batch, Mode.EVALUATE);
      OutputRange head = batch.outputs();
      INDArray active =
          logits.get(NDArrayIndex.all(), NDArrayIndex.interval(head.from(), head.to()));
      float[] values = values(field(expected, "logits"));
      Tolerance.ofRms(accuracy.last(), values)
          .check("logit of task " + task, active.dup('c').data().asFloat(), values);
    }
  }

  private Batch batch(int task, JsonNode stored) {
    int classes = field(field(file, "config"), "classes_per_task").intValue();
    int[] labels = ints(field(field(stored, "y"), "data"));
    Arrays.setAll(labels, i -> labels[i] - task * classes);
    INDArray inputs = array(field(stored, "x"), file.path("x_scale").asDouble(1));
    return new Batch(inputs, labels, new OutputRange(task * classes, (task + 1) * classes));
  }

  private void compare(JsonNode step, double loss, double tolerance) {
    float expected = field(step, "loss").floatValue();
    Tolerance.ofRms(tolerance, expected).check("loss", new float[] {(float) loss}, expected);
    check("parameters", network.parameters().pull(), field(step, "params"), tolerance);
    if (step.has("buffers")) {
      NamedTensors.check(
          network.statistics().layout(),
          network.statistics().values(),
          step.get("buffers"),
          (name, actual, values) -> Tolerance.ofRms(tolerance, values).check(name, actual, values));
    }
  }

  private void check(String what, float[] vector, JsonNode expected, double tolerance) {
    NamedTensors.check(
        model.layout(),
        vector,
        expected,
        (name, actual, values) ->
            Tolerance.ofRms(tolerance, values).check(what + ", " + name, actual, values));
  }
}
