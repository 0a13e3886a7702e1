package io.clmaven.plugin.fork;

import java.nio.file.Path;
import java.util.List;

/**
 * The class path of a worker.
 *
 * @param files all entries in order
 * @param userCode the entries that are the user's own: class folders and dependencies that the
 *     runtime does not have
 * @param backend coordinates of the ND4J backend
 */
public record ForkClasspath(List<Path> files, List<Path> userCode, String backend) {}
