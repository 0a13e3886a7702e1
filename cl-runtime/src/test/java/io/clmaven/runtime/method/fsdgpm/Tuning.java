package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;

/** Parameters for small tasks; each {@code with} changes one thing. */
public final class Tuning {

  private int innerBatches = 2;
  private double eta1 = 0.05;
  private double eta2 = 0.5;
  private double lambdaInit = 0.5;
  private double temperature = 3;
  private Learning softWeights = Learning.OFFICIAL;
  private int memories = 12;
  private double threshold = 0.9;
  private double clip = 2;
  private int glances = 1;
  private boolean secondOrder;

  public Tuning withSteps(double eta1, double eta2) {
    this.eta1 = eta1;
    this.eta2 = eta2;
    return this;
  }

  public Tuning withInnerBatches(int count) {
    innerBatches = count;
    return this;
  }

  public Tuning withLearning(Learning learning) {
    softWeights = learning;
    return this;
  }

  public Tuning withMemories(int count) {
    memories = count;
    return this;
  }

  public Tuning withThreshold(double value) {
    threshold = value;
    return this;
  }

  public Tuning withClip(double bound) {
    clip = bound;
    return this;
  }

  public Tuning withGlances(int count) {
    glances = count;
    return this;
  }

  public Tuning inSecondOrder() {
    secondOrder = true;
    return this;
  }

  public Tuning withLambda(double init, double temperature) {
    this.lambdaInit = init;
    this.temperature = temperature;
    return this;
  }

  /** Returns those of {@link FsGpm} and {@link LaGpm}. */
  public FsGpmParameters buildFsGpm() {
    return OwnParameters.fsGpm(build());
  }

  /** Returns those of {@link Dgpm}. */
  public DgpmParameters buildDgpm(Perturbation perturbation) {
    return OwnParameters.dgpm(perturbation, build());
  }

  /** Returns those of {@link ReplayGpm}. */
  public ReplayGpmParameters buildReplayGpm() {
    return OwnParameters.replayGpm(build());
  }

  /** Returns those of {@link FsDgpm} and {@link LaDgpm}. */
  public FsDgpmParameters build() {
    return new FsDgpmParameters(
        innerBatches,
        eta1,
        eta2,
        lambdaInit,
        temperature,
        softWeights,
        new CommonParameters(memories, 10, threshold, 0.003, 0.99999999999, clip, glances),
        secondOrder,
        true);
  }
}
