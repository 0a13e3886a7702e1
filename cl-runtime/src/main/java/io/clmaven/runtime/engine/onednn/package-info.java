/**
 * The default engine on CPUs: oneDNN's matrix products on one flat parameter vector, without
 * copies.
 *
 * <p>Every product is oneDNN's {@code sgemm} on row-major memory. Measured against {@code matmul}
 * and {@code inner_product} primitives it is as fast or faster for weights in the public order
 * [out, in] (the primitives transpose them first), it costs less per call, and it takes any batch
 * size without building anything.
 */
package io.clmaven.runtime.engine.onednn;
