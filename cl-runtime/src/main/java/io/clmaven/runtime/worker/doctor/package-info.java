/** What the worker sees of the machine: one probe per topic. */
package io.clmaven.runtime.worker.doctor;
