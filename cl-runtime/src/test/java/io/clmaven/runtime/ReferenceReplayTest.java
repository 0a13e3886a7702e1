package io.clmaven.runtime;

import io.clmaven.runtime.benchmark.InputScalingReplay;
import io.clmaven.runtime.benchmark.PermutationReplay;
import io.clmaven.runtime.benchmark.SuperclassReplay;
import io.clmaven.runtime.engine.CurvatureReplay;
import io.clmaven.runtime.engine.LayerReplay;
import io.clmaven.runtime.engine.MaskedLossReplay;
import io.clmaven.runtime.engine.PatchReplay;
import io.clmaven.runtime.experiment.trial.ContinuumReplay;
import io.clmaven.runtime.experiment.trial.LearningRateReplay;
import io.clmaven.runtime.method.StableSgdReplay;
import io.clmaven.runtime.method.fsdgpm.CourseReplay;
import io.clmaven.runtime.method.fsdgpm.LambdaReplay;
import io.clmaven.runtime.method.fsdgpm.ScheduleReplay;
import io.clmaven.runtime.method.fsdgpm.SingleStepReplay;
import io.clmaven.runtime.method.gpm.BasisReplay;
import io.clmaven.runtime.method.gpm.ConvTrajectoryReplay;
import io.clmaven.runtime.method.gpm.ResNetRepresentationReplay;
import io.clmaven.runtime.method.gpm.TrajectoryReplay;
import io.clmaven.runtime.method.replay.BatchReservoirReplay;
import io.clmaven.runtime.method.replay.ReservoirReplay;
import io.clmaven.runtime.method.subspace.BufferBasisReplay;
import io.clmaven.runtime.method.subspace.RepresentationReplay;
import io.clmaven.runtime.method.trajectory.StreamTrajectoryReplay;
import io.clmaven.runtime.metric.MetricsReplay;
import io.clmaven.runtime.metric.StudyMetricsReplay;
import io.clmaven.runtime.metric.SummaryReplay;
import io.clmaven.runtime.model.CalibrationReplay;
import io.clmaven.runtime.model.GatedConvNetReplay;
import io.clmaven.runtime.model.ReducedResNetReplay;
import io.clmaven.runtime.optimizer.UpdateReplay;
import io.clmaven.runtime.optimizer.tag.TagReplay;
import io.clmaven.runtime.replay.ReferenceFiles;
import io.clmaven.runtime.replay.Replay;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays numbers that the official codes of the papers computed: every JSON file below {@code
 * cl.reference.dir} (a relative path counts from where Maven was started), by default the copies in
 * the test resources. The folder names the family of a file, its field {@code kind}, {@code schema}
 * or {@code case} what it holds.
 */
class ReferenceReplayTest {

  private static final Map<String, Replay> GPM =
      Map.ofEntries(
          Map.entry("gpm-basis-update", BasisReplay::layers),
          Map.entry("gpm-basis-update-edge", BasisReplay::sequences),
          Map.entry("gpm-representation-matrix", RepresentationReplay::layers),
          Map.entry("gpm-representation-matrix-resnet18", ResNetRepresentationReplay::layers),
          Map.entry("gpm-trajectory-mlp-single-head", TrajectoryReplay::mlpWithOneHead),
          Map.entry("gpm-trajectory-conv-bn", ConvTrajectoryReplay::batchNorm),
          Map.entry("gpm-trajectory-conv-lrn", ConvTrajectoryReplay::localResponseNorm),
          Map.entry("gpm-lr-schedule", LearningRateReplay::tasks),
          Map.entry("gpm-metrics", MetricsReplay::matrices),
          Map.entry("gpm-data-permutations", PermutationReplay::tasks),
          Map.entry("gpm-data-superclass", SuperclassReplay::superclasses),
          Map.entry("layer-semantics", LayerReplay::layers));

  private static final Map<String, Replay> FS_DGPM =
      Map.ofEntries(
          Map.entry("fsdgpm-basis", BufferBasisReplay::settings),
          Map.entry("fsdgpm-im2col", PatchReplay::windows),
          Map.entry("fsdgpm-lambda-dynamics", LambdaReplay::settings),
          Map.entry("fsdgpm-metrics", SummaryReplay::matrices),
          Map.entry("fsdgpm-schedule", ScheduleReplay::tasks),
          Map.entry("fsdgpm-single-step", SingleStepReplay::variants),
          Map.entry("fsdgpm-trajectory", CourseReplay::engines),
          Map.entry("fsdgpm-reservoir", ReservoirReplay::batches),
          Map.entry("er-trajectory", CourseReplay::engines));

  private static final Map<String, Replay> UPGD =
      Map.of("upgd-hesscale/1", CurvatureReplay::networks);

  private static final Map<String, Replay> BASELINES =
      Map.of(
          "masked_loss", MaskedLossReplay::masks,
          "basic_block", ReducedResNetReplay::block,
          "input_scaling", InputScalingReplay::dataSets,
          "resnet_forward_backward", ReducedResNetReplay::network,
          "reservoir", BatchReservoirReplay::batches,
          "lr_schedule", StableSgdReplay::rows,
          "optim_unit", UpdateReplay::optimizers,
          "trajectory", StreamTrajectoryReplay::steps,
          "continuum", ContinuumReplay::engines,
          "metrics", StudyMetricsReplay::matrices);

  private static final Map<String, Replay> TAG =
      Map.of(
          "tag_unit", TagReplay::steps,
          "trajectory", StreamTrajectoryReplay::steps,
          "continuum", ContinuumReplay::engines);

  private static final Map<String, Replay> SPARSE_META =
      Map.of(
          "calibration_and_block", CalibrationReplay::parts,
          "network_forward", GatedConvNetReplay::networks);

  @TestFactory
  Stream<DynamicTest> reproducesTheNumbersOfTheOfficialCode()
      throws IOException, URISyntaxException {
    return new ReferenceFiles(
            directory(),
            Map.of(
                "gpm", GPM,
                "fs-dgpm", FS_DGPM,
                "upgd", UPGD,
                "baselines", BASELINES,
                "tag", TAG,
                "sparse-meta", SPARSE_META))
        .tests();
  }

  private static Path directory() throws URISyntaxException {
    String given = System.getProperty("cl.reference.dir", "");
    if (given.isEmpty()) {
      return Path.of(ReferenceReplayTest.class.getResource("/reference").toURI());
    }
    return Path.of(System.getProperty("cl.reference.base", "")).resolve(given);
  }
}
