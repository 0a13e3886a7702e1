/**
 * Continual-learning methods: one class or sub-package each, and the SPI that users implement for
 * their own.
 */
package io.clmaven.runtime.method;
