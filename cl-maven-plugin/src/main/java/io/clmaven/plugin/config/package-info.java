/**
 * What the user configured, as plain values: fork options, backend choice, memory sizes, durations;
 * and the two ways in which anything in the plugin fails. Depends on nothing but the JDK.
 */
package io.clmaven.plugin.config;
