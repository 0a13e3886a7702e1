/**
 * Presets: recipes of papers as experiment files on the class path. Each jar lists its own in
 * {@code presets/index.txt}, one name a line; {@code presets/<name>.yaml} is the file.
 */
package io.clmaven.runtime.experiment.preset;
