package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;

/**
 * What is learnt.
 *
 * @param network whose parameters are learnt
 * @param chunk loss of samples of one task, on its outputs
 * @param mixed loss of samples of several tasks, each on the outputs of its own
 */
record Objective(Network network, Loss chunk, Loss mixed) {}
