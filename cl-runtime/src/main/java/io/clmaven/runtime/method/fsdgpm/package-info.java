/**
 * The family of FS-DGPM: {@code ReplayProjection} is what all methods do, a {@code Variant} tells
 * them apart. {@code LookAhead} perturbs the weights, an {@code OuterGradient} puts the gradient
 * together, {@code SoftProjection} projects by the bases of the {@code ProjectionMemory} with their
 * {@code SoftWeights}.
 */
package io.clmaven.runtime.method.fsdgpm;
