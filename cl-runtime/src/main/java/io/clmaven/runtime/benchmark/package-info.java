/** Benchmarks: streams of tasks made from data sets, one class each. */
package io.clmaven.runtime.benchmark;
