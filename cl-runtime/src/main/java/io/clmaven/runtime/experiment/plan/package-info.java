/**
 * What is going to be run, as plain records that travel as JSON between the worker and the Maven
 * plugin. Depends on nothing but Jackson and the data catalogue's records.
 */
package io.clmaven.runtime.experiment.plan;
