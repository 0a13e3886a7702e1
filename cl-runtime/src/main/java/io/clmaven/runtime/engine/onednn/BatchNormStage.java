package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.SingleValueException;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.engine.onednn.BatchNormDescription.Source;

/**
 * Batch normalisation, with the ReLU behind it if that is part of the stage. One kernel computes
 * all gradients, so the gradient of the input is there when those of the parameters are.
 */
final class BatchNormStage implements Stage {

  private final String name;
  private final BatchNormSetup setup;
  private final Moments moments;
  private final PerBatchSize<BatchNormKernels> ofBatch;
  private final PerBatchSize<BatchNormKernels> given;
  private final NormTrace trace;
  private final SampleNormGradients samples;
  private final Matrix output;
  private final Matrix inputGradient;
  private Matrix input;

  BatchNormStage(String name, BatchNormSetup setup) {
    this.name = name;
    this.setup = setup;
    this.moments = setup.moments();
    this.ofBatch = new PerBatchSize<>(rows -> new BatchNormKernels(setup, Source.BATCH, rows));
    this.given = new PerBatchSize<>(rows -> new BatchNormKernels(setup, Source.GIVEN, rows));
    this.trace = new NormTrace(setup);
    this.samples = new SampleNormGradients(setup, trace);
    this.output = Matrix.empty(setup.image().size());
    this.inputGradient = Matrix.empty(setup.image().size());
  }

  private BatchNormKernels kernels(Pass pass) {
    return (moments.areOfBatch(pass) ? ofBatch : given).of(pass.rows());
  }

  @Override
  public Matrix forward(Matrix[] inputs, Pass pass) {
    int count = pass.rows() * setup.image().pixels();
    boolean isOfBatch = moments.areOfBatch(pass);
    if (isOfBatch && count == 1) {
      throw new SingleValueException(name);
    }
    input = inputs[0];
    if (isOfBatch) {
      moments.useBatch(input, count);
    } else {
      moments.useRunning();
    }
    output.reserve(pass.rows());
    kernels(pass).forward(input, output);
    trace.follow(input, output);
    if (isOfBatch && pass.moving()) {
      moments.move(count);
    }
    return output;
  }

  @Override
  public void parameterGradient(Matrix gradient, Pass pass) {
    inputGradient.reserve(pass.rows());
    kernels(pass).backward(input, output, gradient, inputGradient);
  }

  /** Returns what {@link #parameterGradient} computed along. */
  @Override
  public Matrix inputGradient(int index, Matrix gradient, Pass pass) {
    return inputGradient;
  }

  @Override
  public void sampleGradients(Matrix gradient, Power power, Pass pass) {
    if (moments.areOfBatch(pass) && pass.rows() > 1) {
      throw new UnsupportedModelException(
          "Cannot compute gradients of single samples: layer '%s' normalises them together."
                  .formatted(name)
              + " Use evaluation mode with running statistics.");
    }
    samples.sum(gradient, power, pass.rows());
  }

  @Override
  public Tangent tangent() {
    return new BatchNormTangent(setup, trace);
  }

  @Override
  public Curvature curvature() {
    throw new UnsupportedModelException(
        "Cannot compute the curvature of layer '%s': HesScale has no rule for batch normalisation."
                .formatted(name)
            + " Choose a model without it.");
  }

  @Override
  public void close() {
    ofBatch.close();
    given.close();
    moments.close();
    output.close();
    inputGradient.close();
  }
}
