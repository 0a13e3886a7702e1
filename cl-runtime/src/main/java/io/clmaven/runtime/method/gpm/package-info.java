/**
 * Gradient Projection Memory: {@link io.clmaven.runtime.method.gpm.Gpm} and its parts. {@code
 * BasisUpdate} grows the basis of a layer by the leading directions of its inputs, {@code
 * GradientMemory} holds the bases of all layers.
 */
package io.clmaven.runtime.method.gpm;
