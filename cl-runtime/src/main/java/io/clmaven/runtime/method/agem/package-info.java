/**
 * A-GEM: gradients that do not increase the loss of samples of earlier tasks. It uses the buffer of
 * {@code method.replay}.
 */
package io.clmaven.runtime.method.agem;
