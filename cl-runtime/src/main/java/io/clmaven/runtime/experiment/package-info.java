/**
 * An experiment: its records, how they are read from YAML and checked, what is planned from them
 * and how its trials are run. May use everything in the runtime but {@code worker}.
 */
package io.clmaven.runtime.experiment;
