/**
 * What methods and optimizers tell about themselves beside accuracies: contracts that they keep and
 * pictures. What they record while they train is their state, so that a resumed trial tells the
 * same.
 */
package io.clmaven.runtime.diagnostic;
