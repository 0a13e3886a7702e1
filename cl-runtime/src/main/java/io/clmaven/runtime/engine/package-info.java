/**
 * The engine SPI: a {@link io.clmaven.runtime.engine.ModelSpec} is compiled to a {@link
 * io.clmaven.runtime.engine.Network} that computes logits and the flat gradient. Knows neither data
 * sets nor methods. Engines live in the sub-packages.
 */
package io.clmaven.runtime.engine;
