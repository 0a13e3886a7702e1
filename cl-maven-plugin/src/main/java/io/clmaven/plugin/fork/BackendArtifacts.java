package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.BackendOptions;
import io.clmaven.plugin.config.ProjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Coordinates of the backends and of the native libraries that go with them. */
final class BackendArtifacts {

  private final Versions versions;
  private final Platform platform;

  BackendArtifacts(Versions versions, Platform platform) {
    this.versions = versions;
    this.platform = platform;
  }

  /** Returns the backend that the parameter {@code cl.backend} chooses. */
  List<Artifact> chosen(BackendOptions options) {
    return switch (options.choice()) {
      case "native" -> nativeBackend(options.classifier().orElse(platform.nd4jClassifier()));
      case "cuda" -> cudaBackend(options.classifier().orElse(platform.name()));
      default -> coordinates(options.choice());
    };
  }

  /** Returns the platform libraries of a kind. */
  List<Artifact> libraries(BackendKind kind) {
    Stream<Artifact> modules =
        modules(kind).stream().filter(a -> kind == BackendKind.NATIVE || !isOneDnn(a));
    return modules
        .map(a -> artifact(a.getGroupId(), a.getArtifactId(), platform.name(), a.getVersion()))
        .toList();
  }

  /** Returns the artifacts whose version is forced on the whole tree, for a kind of backend. */
  List<Artifact> versions(BackendKind kind) {
    return Stream.concat(modules(kind).stream(), libraries(kind).stream()).toList();
  }

  private List<Artifact> modules(BackendKind kind) {
    String set = kind == BackendKind.CUDA ? "cuda." : "native.";
    List<Artifact> modules = new ArrayList<>();
    modules.add(bytedeco("javacpp", set + "javacpp"));
    modules.add(bytedeco("openblas", set + "openblas"));
    modules.add(bytedeco("dnnl", "native.dnnl"));
    modules.add(bytedeco("opencl", "native.opencl"));
    return modules;
  }

  private Artifact bytedeco(String artifactId, String version) {
    return artifact("org.bytedeco", artifactId, "", versions.get(version));
  }

  private List<Artifact> nativeBackend(String classifier) {
    String version = versions.get("nd4j");
    return List.of(
        artifact("org.nd4j", "nd4j-native", "", version),
        artifact("org.nd4j", "nd4j-native", classifier, version));
  }

  private List<Artifact> cudaBackend(String classifier) {
    String version = versions.get("nd4j");
    String backend = versions.get("cuda.backend");
    return List.of(
        artifact("org.nd4j", backend, "", version),
        artifact("org.nd4j", backend, classifier, version),
        bytedeco("cuda", "cuda.cuda"),
        artifact("org.bytedeco", "cuda", platform.name(), versions.get("cuda.cuda")));
  }

  private List<Artifact> coordinates(String text) {
    try {
      return Stream.of(text.split(","))
          .map(coordinates -> (Artifact) new DefaultArtifact(coordinates.trim()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new ProjectException(
          ("Cannot use '%s' of cl.backend: it is neither 'native' nor 'cuda' nor Maven coordinates."
                  + " Write for example"
                  + " 'org.nd4j:nd4j-native:%s,org.nd4j:nd4j-native:jar:%s:%s'.")
              .formatted(text, versions.get("nd4j"), platform.name(), versions.get("nd4j")));
    }
  }

  private static boolean isOneDnn(Artifact artifact) {
    return artifact.getArtifactId().equals("dnnl") || artifact.getArtifactId().equals("opencl");
  }

  private static Artifact artifact(String group, String id, String classifier, String version) {
    return new DefaultArtifact(group, id, classifier, "jar", version);
  }
}
