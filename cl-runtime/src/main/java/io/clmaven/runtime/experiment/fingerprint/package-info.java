/**
 * What the results of an experiment depend on, as named parts: settings, data, code, libraries and
 * environment.
 */
package io.clmaven.runtime.experiment.fingerprint;
