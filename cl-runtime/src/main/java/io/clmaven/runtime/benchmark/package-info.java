/**
 * Benchmarks: streams of tasks made from data sets, one class each. A stream knows its tasks from
 * the start; their inputs are made from the packed bytes when they are copied, those of the task
 * being learnt once in advance. May depend on {@code component}, {@code data}, {@code engine} (only
 * {@link io.clmaven.runtime.engine.OutputRange} and {@link io.clmaven.runtime.engine.InputRows})
 * and {@code random}.
 */
package io.clmaven.runtime.benchmark;
