package io.clmaven.runtime.worker.doctor;

import io.clmaven.runtime.engine.EngineException;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Nd4jBackend;
import io.clmaven.runtime.experiment.trial.HostFacts;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.factory.Nd4j;

/** Looks at ND4J, the engines and what they compute with. */
final class BackendProbes {

  private static final String ND4J = "ND4J";
  private static final String ONE_DNN = "oneDNN";
  private static final String FASTEST = "onednn";
  private static final String ENGINE = "engine";
  private static final String GPU = "GPU";

  private BackendProbes() {}

  static Finding backend() {
    try {
      return Probe.ok(ND4J, "%s %s".formatted(HostFacts.backend(), nd4jVersion()));
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      if (Nd4jBackend.isCuda()) {
        return Probe.error(
            ND4J,
            "the CUDA backend does not start: there is no usable GPU, or its driver or CUDA 11.6"
                + " is missing. Set 'cl.backend' to 'native', or install them.");
      }
      return Probe.error(
          ND4J,
          "no backend can be loaded (%s). Set 'cl.backend' to 'native', or put one backend on the"
                  .formatted(root(e))
              + " class path.");
    }
  }

  private static String nd4jVersion() {
    String file = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
    try (InputStream in = BackendProbes.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "of unknown version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Finding engine(String wanted) {
    Engines engines = Engines.installed();
    try {
      String id = engines.choose(wanted).id();
      return Probe.ok(ENGINE, "'%s', %s".formatted(id, reason(engines, wanted)));
    } catch (EngineException e) {
      return Probe.error(ENGINE, e.getMessage());
    }
  }

  private static String reason(Engines engines, String wanted) {
    if (!wanted.equals(Engines.AUTO)) {
      return "which was asked for";
    }
    try {
      engines.choose(FASTEST);
      return "the fastest that runs here; model 'dl4j' takes engine 'dl4j'";
    } catch (EngineException e) {
      return "slower, since '%s' does not run here: %s".formatted(FASTEST, e.getMessage());
    }
  }

  static Finding oneDnn() {
    if (Nd4jBackend.isCuda()) {
      return Probe.ok(ONE_DNN, "not used with the CUDA backend");
    }
    try {
      dnnl_version_t version = dnnl.dnnl_version();
      return Probe.ok(
          ONE_DNN,
          "%d.%d.%d, instruction set %s"
              .formatted(
                  version.major(),
                  version.minor(),
                  version.patch(),
                  dnnl.get_effective_cpu_isa().intern()));
    } catch (LinkageError e) {
      return Probe.warn(
          ONE_DNN,
          "cannot be loaded (%s); the engine 'dl4j' is used, which is slower. Use the backend"
                  .formatted(root(e))
              + " 'native' on Linux or Windows, x86-64.");
    }
  }

  static Finding gpu() {
    if (!Nd4jBackend.isCuda()) {
      return Probe.ok(GPU, "not used; 'cl.backend' set to 'cuda' would");
    }
    int devices = devices();
    return devices == 0
        ? Probe.error(GPU, "the CUDA backend finds no device. Set 'cl.backend' to 'native'.")
        : Probe.ok(GPU, "%d CUDA devices".formatted(devices));
  }

  private static int devices() {
    try {
      return Nd4j.getAffinityManager().getNumberOfDevices();
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      return 0; // the finding about ND4J says why
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
