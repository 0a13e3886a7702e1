package io.clmaven.plugin.report;

import java.util.ArrayList;
import java.util.List;

/** The section of one experiment. */
final class ExperimentSection {

  private final ReportedExperiment experiment;

  ExperimentSection(ReportedExperiment experiment) {
    this.experiment = experiment;
  }

  Page.Section build() {
    return new Page.Section(
        id(experiment.name()),
        experiment.name(),
        experiment.summary(),
        experiment.status(),
        blocks());
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!experiment.description().isEmpty()) {
      blocks.add(new Block.Paragraph(experiment.description()));
    }
    blocks.addAll(experiment.results().trials().isEmpty() ? untrained() : trained());
    return blocks;
  }

  private List<Block> untrained() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph("There are no results. Run cl:train."));
    if (!experiment.verdicts().isEmpty()) {
      blocks.addAll(new GateBlocks(experiment).build());
    }
    return blocks;
  }

  private List<Block> trained() {
    Trials trials = new Trials(experiment.results());
    MetricBlocks metrics = new MetricBlocks(trials);
    CostBlocks cost = new CostBlocks(trials);
    CurveFigures curves = new CurveFigures(trials);
    String id = id(experiment.name());
    List<Block> blocks = new ArrayList<>();
    if (trials.evaluated() == Evaluated.VALIDATION) {
      blocks.add(new Block.Paragraph("Measured on validation examples."));
    }
    blocks.add(metrics.tiles());
    blocks.add(new MatrixFigure(trials).build(id + "-matrix"));
    blocks.add(curves.average(id + "-average"));
    blocks.add(curves.perTask(id + "-tasks"));
    blocks.addAll(new LandscapeFigures(experiment.landscapes(), trials.tasks()).build(id));
    blocks.addAll(new GateBlocks(experiment).build());
    blocks.addAll(new ContractBlocks(trials).build());
    blocks.addAll(new HeatMapFigures(trials).build(id));
    blocks.add(new Block.Heading("Metrics"));
    blocks.add(metrics.summary());
    blocks.add(new Block.Fold("Metrics of each seed", List.of(metrics.perSeed())));
    blocks.add(new Block.Heading("Cost"));
    blocks.add(cost.perSeed());
    blocks.add(new Block.Fold("Cost of each task", List.of(cost.perTask())));
    blocks.addAll(new ProvenanceBlocks(experiment).build());
    return blocks;
  }

  /** Returns the anchor of an experiment: its name without what a URL fragment cannot hold. */
  static String id(String name) {
    return "experiment-" + name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
  }
}
