package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;

/**
 * One perturbation of the weights.
 *
 * @param index j, from 0
 * @param chunk what its gradient g_j is of
 * @param from w^(j-1), where the gradient was taken
 * @param pass mark of the forward pass there
 */
record InnerStep(int index, Batch chunk, FlatVector from, long pass) {}
