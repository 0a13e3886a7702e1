/**
 * Presets: recipes of papers as experiment files on the class path. Each jar lists its own in
 * {@code presets/index.txt}, one name a line; {@code presets/<name>.yaml} is the file. A line
 * {@code <name> twin of <preset>} is that of a small twin, which listings leave out. Where the name
 * begins with {@code tables/}, the file is a table that many presets are written from.
 */
package io.clmaven.runtime.experiment.preset;
