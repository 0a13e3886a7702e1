package io.clmaven.runtime.experiment.trial;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.sampleShape;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A file of kind {@code continuum}: a whole stream and its recipe.
 *
 * @param file all of it
 */
record Continuum(JsonNode file) {

  /** Cycles of the official code's multi-task training. */
  private static final int PASSES = 6;

  private static final Map<String, String> TAG =
      Map.of("rms", "tag-rmsprop", "adagrad", "tag-adagrad", "adam", "tag-adam");

  /** The part of an experiment file that the command line of the official code stands for. */
  record Recipe(
      @Setting("Methods.") List<Selection<ContinualMethod>> method,
      @Setting("Training.") Training training) {}

  /** Returns the recipe, with the components that an experiment file gets by these names. */
  Recipe recipe() {
    String text =
        """
        method: %s
        training: {epochs: %s, passes: %d, batchSize: %s, optimizer: %s}
        """
            .formatted(
                method(),
                setting("epochs_per_task"),
                isMultiTask() ? PASSES : 1,
                setting("batch_size"),
                optimizer());
    Problems problems = new Problems();
    RecordBinder<Recipe> binder =
        new RecordBinder<>(Recipe.class, new Catalogues(getClass().getClassLoader()));
    Node.Mapping settings =
        (Node.Mapping) new NodeReader("recipe", problems).read(text).orElseThrow();
    Map<String, Object> parts = binder.parts(settings, "the recipe", problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    return binder.make(parts, settings.place(), problems).orElseThrow();
  }

  boolean isMultiTask() {
    return config().path("multi").intValue() == 1;
  }

  /** With plain SGD the official code lets the rate decay, also by a factor of 1. */
  private String method() {
    String option = option();
    if (option.contains("ewc")) {
      return "{name: ewc, strength: %s}".formatted(setting("lambda_"));
    }
    if (option.contains("agem") && replaysAll()) {
      return "{name: a-gem, memoryPerClass: %s}".formatted(setting("mem_per_class"));
    }
    if (option.contains("agem") || option.contains("er")) {
      throw new IllegalArgumentException(
          "its method '%s' draws at random, which the file does not tell.".formatted(option));
    }
    return isPlain(option)
        ? "{name: stable-sgd, decay: %s}".formatted(config().path("gamma").asText("1"))
        : "naive";
  }

  /** The command line of plain SGD has an empty option. */
  private static boolean isPlain(String option) {
    return option.isEmpty() || option.equals("sgd");
  }

  /** Returns whether the memory of all tasks but the last is smaller than a batch. */
  private boolean replaysAll() {
    int slots = (whole("tasks") - 1) * whole("classes_per_task") * whole("mem_per_class");
    return slots < whole("batch_size");
  }

  private int whole(String name) {
    return field(config(), name).intValue();
  }

  private String optimizer() {
    String option = option();
    if (option.contains("tag")) {
      return "{name: %s, learningRate: %s, b: %s}"
          .formatted(TAG.get(setting("tag_opt")), setting("lr"), setting("b"));
    }
    String name =
        List.of("rms", "adagrad", "adam").stream()
            .filter(option::contains)
            .findFirst()
            .orElse("sgd");
    return "{name: %s, learningRate: %s}"
        .formatted(name.equals("rms") ? "rmsprop" : name, setting("lr"));
  }

  private String option() {
    return setting("opt");
  }

  private JsonNode config() {
    return field(file, "config");
  }

  private String setting(String name) {
    return field(config(), name).asText();
  }

  ListTasks tasks() {
    int count = whole("tasks");
    List<Task> tasks = IntStream.range(0, count).mapToObj(this::task).toList();
    return new ListTasks(tasks, field(field(file, "model"), "total_classes").intValue());
  }

  private Task task(int index) {
    int classes = whole("classes_per_task");
    OutputRange head = new OutputRange(index * classes, (index + 1) * classes);
    ListExamples train = examples("train", index, head);
    return new Task(
        index,
        "task " + index,
        head,
        train,
        train.select(new int[0]),
        examples("test", index, head));
  }

  private ListExamples examples(String set, int task, OutputRange head) {
    JsonNode stored = field(file, set).get(task);
    INDArray inputs = array(field(stored, "x"), file.path("x_scale").asDouble(1));
    int[] labels = ints(field(field(stored, "y"), "data"));
    Arrays.setAll(labels, i -> labels[i] - head.from());
    float[][] rows =
        inputs.reshape('c', labels.length, inputs.length() / labels.length).toFloatMatrix();
    return new ListExamples(sampleShape(field(stored, "x")), rows, labels);
  }
}
