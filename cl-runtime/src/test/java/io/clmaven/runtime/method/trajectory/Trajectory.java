package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.model.Networks;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A file of kind {@code trajectory}: its network, its tasks and its batches.
 *
 * @param file all of it
 */
public record Trajectory(JsonNode file) {

  private static final ListExamples NOTHING =
      new ListExamples(List.of(), new float[0][], new int[0]);

  /** Returns the settings. */
  public JsonNode config() {
    return field(file, "config");
  }

  /** Returns a number of the settings. */
  public double setting(String name) {
    return field(config(), name).doubleValue();
  }

  /** Returns whether the option string of the official command line has that part. */
  public boolean hasOption(String part) {
    return field(config(), "opt").textValue().contains(part);
  }

  List<JsonNode> steps() {
    return list(field(file, "steps"));
  }

  JsonNode end(int task) {
    return field(file, "task_end").get(task);
  }

  /** Returns whether the network is the reduced ResNet, which the file describes by a sentence. */
  boolean hasResNet() {
    return field(file, "model").isTextual();
  }

  ModelSpec model() {
    return hasResNet() ? resNet() : LayerList.model(field(file, "model"), inputShape());
  }

  /** The width is that of the first convolution. */
  private ModelSpec resNet() {
    JsonNode parameters = field(file, "init_params");
    int width = field(field(parameters, "conv1.weight"), "shape").get(0).intValue();
    int outputs = field(field(parameters, "linear.bias"), "shape").get(0).intValue();
    String dropout = config().path("dropout").asText("0");
    String model = "{name: reduced-resnet-18, width: %d, dropout: %s}".formatted(width, dropout);
    return Networks.specify(model, inputShape(), outputs);
  }

  private List<Integer> inputShape() {
    return sampleShape(field(field(file, "data").get(0).get(0), "x"));
  }

  /** Returns the tasks; the training examples of each are its batches one behind the other. */
  public ListTasks tasks() {
    List<JsonNode> data = list(field(file, "data"));
    List<Task> tasks = IntStream.range(0, data.size()).mapToObj(this::task).toList();
    return new ListTasks(tasks, model().outputs());
  }

  private Task task(int index) {
    ListExamples train = examples(index);
    return new Task(index, "task " + index, head(index), train, NOTHING, NOTHING);
  }

  private ListExamples examples(int task) {
    List<float[]> inputs = new ArrayList<>();
    IntStream.Builder labels = IntStream.builder();
    for (JsonNode stored : field(file, "data").get(task)) {
      Batch batch = batch(task, stored);
      rows(batch.inputs()).forEach(inputs::add);
      IntStream.of(batch.labels()).forEach(labels);
    }
    return new ListExamples(inputShape(), inputs.toArray(float[][]::new), labels.build().toArray());
  }

  private static Stream<float[]> rows(INDArray inputs) {
    int samples = (int) inputs.size(0);
    return Arrays.stream(inputs.reshape('c', samples, inputs.length() / samples).toFloatMatrix());
  }

  /** Returns a batch of training. */
  public Batch batch(int task, int index) {
    return batch(task, field(file, "data").get(task).get(index));
  }

  /** Returns the batch that evaluates a task. */
  Batch evaluation(int task) {
    return batch(task, field(file, "eval_data").get(task));
  }

  private Batch batch(int task, JsonNode stored) {
    int[] labels = ints(field(field(stored, "y"), "data"));
    Arrays.setAll(labels, i -> labels[i] - head(task).from());
    INDArray inputs = array(field(stored, "x"), file.path("x_scale").asDouble(1));
    return new Batch(inputs, labels, head(task));
  }

  private OutputRange head(int task) {
    int classes = field(config(), "classes_per_task").intValue();
    return new OutputRange(task * classes, (task + 1) * classes);
  }
}
