package io.clmaven.runtime.worker.protocol;

/**
 * Request of the worker command {@code doctor}.
 *
 * @param dataDirectory root of the data cache; null: not looked at
 * @param targetDirectory where results go; null: not looked at
 * @param engine {@code auto}, {@code onednn} or {@code dl4j}; null is {@code auto}
 * @param output file that receives the {@link Diagnosis} as JSON
 */
public record DoctorRequest(
    String dataDirectory, String targetDirectory, String engine, String output) {}
