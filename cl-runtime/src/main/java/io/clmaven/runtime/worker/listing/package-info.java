/** The worker command {@code list}: everything that an experiment file can name. */
package io.clmaven.runtime.worker.listing;
