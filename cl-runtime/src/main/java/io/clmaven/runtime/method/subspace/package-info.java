/**
 * Subspaces of layer inputs, for methods that project gradients: a {@code Representation} turns the
 * inputs of a layer into a matrix, {@code Spectrum} finds its leading directions, a {@code Basis}
 * holds those that are kept.
 */
package io.clmaven.runtime.method.subspace;
