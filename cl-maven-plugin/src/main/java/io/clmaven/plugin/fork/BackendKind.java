package io.clmaven.plugin.fork;

/** The two sets of native libraries that ND4J's backends need. */
enum BackendKind {
  NATIVE,
  CUDA;

  /** Returns the kind of a backend by the name of its artifact. */
  static BackendKind ofArtifact(String artifactId) {
    return artifactId.startsWith("nd4j-cuda") ? CUDA : NATIVE;
  }
}
