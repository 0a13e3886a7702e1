package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import java.util.List;

/**
 * What one update looks at.
 *
 * @param mixed S: the batch of the step and samples of the buffer
 * @param chunks J parts that perturb the weights: of the batch alone, or in {@link FsEr} of all
 */
record Glance(Batch mixed, List<Batch> chunks) {}
