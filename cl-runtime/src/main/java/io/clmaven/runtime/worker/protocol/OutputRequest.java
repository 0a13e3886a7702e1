package io.clmaven.runtime.worker.protocol;

/**
 * Request of the worker command {@code list}.
 *
 * @param output file that receives the {@link Listing} as JSON
 */
public record OutputRequest(String output) {}
