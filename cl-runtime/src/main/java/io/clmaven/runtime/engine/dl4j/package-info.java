/**
 * An engine on DL4J's computation graphs: slower than oneDNN on CPUs, but it runs wherever ND4J
 * does, and its models can be written as DL4J model files. DL4J keeps parameters in an order of its
 * own, and running statistics among them; they are copied block by block before a forward pass, and
 * the gradient after a backward pass, so that a network can have several sets of parameters.
 */
package io.clmaven.runtime.engine.dl4j;
