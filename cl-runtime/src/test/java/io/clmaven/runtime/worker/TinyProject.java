package io.clmaven.runtime.worker;

import com.example.UserMethod;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.trial.TinyBenchmark;
import io.clmaven.runtime.experiment.trial.TinyMethod;
import io.clmaven.runtime.experiment.trial.TinyModel;
import io.clmaven.runtime.experiment.trial.TinyMomentum;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A project of a user in a folder: tiny components of its own and trials that use them. */
record TinyProject(Path folder) {

  private static final String CONFIGURATION =
      """
      {"benchmark": "tiny", "model": "tiny", "method": %s, "seeds": [1],
       "training": {"epochs": %d, "batchSize": 10, "checkpointEvery": 50,
                    "optimizer": {"name": "tiny", "learningRate": 0.02}}}
      """;

  static TinyProject in(Path folder) throws IOException {
    TinyProject project = new TinyProject(folder);
    project.register(Benchmark.class, TinyBenchmark.class);
    project.register(Architecture.class, TinyModel.class);
    project.register(Optimizer.class, TinyMomentum.class);
    project.register(ContinualMethod.class, TinyMethod.class, UserMethod.class);
    return project;
  }

  private void register(Class<? extends Component> kind, Class<?>... components)
      throws IOException {
    StringBuilder names = new StringBuilder();
    for (Class<?> component : components) {
      names.append(component.getName()).append('\n');
    }
    Path file = classes().resolve("META-INF/services").resolve(kind.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, names);
  }

  /** Returns the class path entry that registers the components. */
  Path classes() {
    return folder.resolve("classes");
  }

  Path trial() {
    return folder.resolve("trial");
  }

  /** Returns a loader that sees the components. */
  ClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {classes().toUri().toURL()}, TinyProject.class.getClassLoader());
  }

  /** Writes the specification of a trial and returns its file. */
  String request(String method, int epochs) throws IOException {
    JsonNode configuration = Json.mapper().readTree(CONFIGURATION.formatted(method, epochs));
    TrialSpecification specification =
        new TrialSpecification(
            "tiny",
            1,
            configuration,
            new Fingerprint(Map.of("training.epochs", "" + epochs)),
            trial().toString(),
            folder.resolve("data").toString(),
            folder.toString(),
            "auto");
    Path file = folder.resolve("request.json");
    Json.mapper().writeValue(file.toFile(), specification);
    return file.toString();
  }
}
