package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.method.replay.FrozenParameters;

/**
 * How weights are perturbed.
 *
 * @param length s eta1: of a step along a projected gradient
 * @param frozen what is not perturbed, and has no gradient
 */
record Push(float length, FrozenParameters frozen) {}
