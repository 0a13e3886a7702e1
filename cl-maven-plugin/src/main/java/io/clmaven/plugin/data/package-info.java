/**
 * Fetches the files of data sets into the data cache: mirrors, Maven's own transport, verification,
 * locks, and safe unpacking. Knows of the runtime only the records of files and of the cache.
 */
package io.clmaven.plugin.data;
