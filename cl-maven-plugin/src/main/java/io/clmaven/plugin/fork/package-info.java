/**
 * The worker JVM seen from Maven: its class path, its command line, the socket to it, its life and
 * its death. Uses {@code config}, Maven's resolver and the worker protocol of the runtime.
 */
package io.clmaven.plugin.fork;
