/**
 * The gate: rules, statistics, baselines and violations. Knows the result model of the runtime, but
 * nothing of Maven.
 */
package io.clmaven.plugin.check;
