package io.clmaven.runtime.engine.onednn;

/**
 * Parameters of a convolution in one of the flat vectors, or the place of something of their shape.
 *
 * @param weight [out, in * kh * kw], in the public order
 * @param bias [1, out]; {@link Matrix#ZERO} where the layer has none
 */
record Filters(Matrix weight, Matrix bias) {}
