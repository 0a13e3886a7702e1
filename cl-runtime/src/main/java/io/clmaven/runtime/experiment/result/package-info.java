/** What a trial leaves behind: the records of {@code results.json}, readable without an engine. */
package io.clmaven.runtime.experiment.result;
