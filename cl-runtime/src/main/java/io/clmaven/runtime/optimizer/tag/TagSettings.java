package io.clmaven.runtime.optimizer.tag;

/** What the settings of all flavours of TAG have in common. */
record TagSettings(
    double learningRate, double b, double beta1, double epsilon, ZeroMoment zeroMoment) {}
