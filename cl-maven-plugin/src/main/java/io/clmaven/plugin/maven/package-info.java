/**
 * The goals, one class each. A goal translates parameters into one call of a service and its
 * outcome into log lines and Maven's two exceptions; it decides nothing else.
 */
package io.clmaven.plugin.maven;
