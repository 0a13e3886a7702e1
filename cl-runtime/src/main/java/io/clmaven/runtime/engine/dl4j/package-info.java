/**
 * An engine on DL4J's computation graphs: slower than oneDNN on CPUs, but it runs wherever ND4J
 * does, and its models can be written as DL4J model files. DL4J keeps dense weights as [in, out] in
 * column-major order, which is the public order [out, in] row-major, so its flat vectors are used
 * as they are.
 */
package io.clmaven.runtime.engine.dl4j;
