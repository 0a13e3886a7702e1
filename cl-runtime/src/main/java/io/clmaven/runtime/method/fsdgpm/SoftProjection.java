package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.List;

/** The projection by the bases of the memory with their soft weights. */
final class SoftProjection implements Stateful {

  private final ProjectionMemory memory;
  private final SoftWeights weights;
  private final LambdaGradient gradient;

  SoftProjection(ProjectionMemory memory, SoftWeights weights, int innerBatches) {
    this.memory = memory;
    this.weights = weights;
    this.gradient = new LambdaGradient(memory, innerBatches);
  }

  /** Returns that by no bases, which changes nothing. */
  static SoftProjection none() {
    return new SoftProjection(new ProjectionMemory(List.of()), new FixedWeights(), 0);
  }

  ProjectionMemory memory() {
    return memory;
  }

  SoftWeights weights() {
    return weights;
  }

  /** Returns the gradient of the last loss by the soft weights; zero where it was not needed. */
  LambdaGradient gradient() {
    return gradient;
  }

  /** Starts a task: with bases, the soft weights go back to their start. */
  void beginTask() {
    if (!memory.isEmpty()) {
      weights.begin(memory.ranks());
      gradient.fit(memory.ranks());
    }
  }

  /** Tells that the learning rate was divided. */
  void decay(double factor) {
    if (!memory.isEmpty()) {
      weights.decay(factor);
    }
  }

  /** Returns whether the next {@link #learn} needs the gradient by the soft weights. */
  boolean needsGradient() {
    return !memory.isEmpty() && weights.needsGradient();
  }

  /** Starts their gradient at zero, where it stays if {@link #learn} does not need it. */
  void beginGradient() {
    if (needsGradient()) {
      gradient.begin();
    } else {
      gradient.skip();
    }
  }

  /** Updates the soft weights. */
  void learn() {
    if (!memory.isEmpty()) {
      weights.update(gradient.values());
    }
  }

  /** Replaces a gradient by its part in the span of the bases; without bases it stays. */
  void project(FlatVector vector) {
    memory.project(vector, weights.values());
  }

  /**
   * Does the same to a copy of a gradient.
   *
   * @param source the gradient as a backward pass left it
   * @param target its copy
   */
  void project(FlatVector source, FlatVector target) {
    memory.project(source, target, weights.values());
  }

  /** Removes that part. */
  void remove(FlatVector vector) {
    memory.remove(vector, weights.values());
  }

  @Override
  public void save(StateWriter out) {
    memory.save(out);
    weights.save(out);
  }

  @Override
  public void load(StateReader in) {
    memory.load(in);
    weights.load(in);
    gradient.fit(memory.ranks());
  }
}
