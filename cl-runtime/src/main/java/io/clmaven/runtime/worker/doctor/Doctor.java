package io.clmaven.runtime.worker.doctor;

import io.clmaven.runtime.experiment.trial.LinuxProc;
import io.clmaven.runtime.worker.protocol.Diagnosis;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.DoctorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at everything that training needs. */
public final class Doctor {

  private Doctor() {}

  /** Returns all findings; a probe that fails is a finding as well. */
  public static Diagnosis diagnose(DoctorRequest request) {
    LinuxProc proc = LinuxProc.here();
    Map<String, String> environment = System.getenv();
    List<Probe> probes = new ArrayList<>();
    probes.add(HostProbes::java);
    probes.add(HostProbes::system);
    probes.add(() -> HostProbes.processor(proc));
    probes.add(BackendProbes::backend);
    probes.add(() -> BackendProbes.engine(Optional.ofNullable(request.engine()).orElse("auto")));
    probes.add(BackendProbes::oneDnn);
    probes.add(() -> HostProbes.openBlas(environment, proc));
    probes.add(() -> HostProbes.threads(environment));
    probes.add(BackendProbes::gpu);
    probes.add(() -> HostProbes.memory(proc));
    Optional.ofNullable(request.dataDirectory())
        .ifPresent(folder -> probes.add(() -> DiskProbe.of("data cache", folder).look()));
    Optional.ofNullable(request.targetDirectory())
        .ifPresent(folder -> probes.add(() -> DiskProbe.of("results", folder).look()));
    return new Diagnosis(probes.stream().map(Doctor::look).toList());
  }

  private static Finding look(Probe probe) {
    try {
      return probe.look();
    } catch (RuntimeException | LinkageError e) {
      return Probe.error("doctor", "A check failed with " + e + ". Report it.");
    }
  }
}
