/**
 * Gradient Projection Memory: {@link io.clmaven.runtime.method.gpm.Gpm} and its parts. A {@code
 * Representation} turns the input of a layer into a matrix, {@code BasisUpdate} grows the {@code
 * Basis} of a layer by its leading directions, {@code GradientMemory} holds the bases of all
 * layers.
 */
package io.clmaven.runtime.method.gpm;
