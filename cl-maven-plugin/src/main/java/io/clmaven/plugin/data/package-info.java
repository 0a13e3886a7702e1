/**
 * Fetches the files of data sets into the data cache: mirrors, Maven's own transport, verification,
 * locks. A gzip wrapper is taken off up to the announced size; archives stay archives, the runtime
 * reads their entries in place, so that no name in them ever becomes a path. Knows of the runtime
 * only the records of files and of the cache.
 */
package io.clmaven.plugin.data;
