/**
 * Elastic weight consolidation: a diagonal Fisher matrix of each task, what is kept of those of all
 * tasks, and the penalty that they make.
 */
package io.clmaven.runtime.method.ewc;
