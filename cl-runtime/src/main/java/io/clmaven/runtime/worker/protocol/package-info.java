/**
 * What plugin and worker say to each other: plain records as lines of JSON over a loopback socket,
 * and exit codes. The plugin may use this package; it knows no tensors.
 */
package io.clmaven.runtime.worker.protocol;
