/**
 * Replays whole trainings that the official code of TAG and its baselines did, through the real
 * trainer: one driver, and an observer for what a method or optimizer has to tell beside.
 */
package io.clmaven.runtime.method.trajectory;
