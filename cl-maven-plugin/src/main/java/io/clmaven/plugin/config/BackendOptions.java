package io.clmaven.plugin.config;

import java.util.Optional;

/**
 * Which ND4J backend a worker gets where neither project nor plugin dependencies bring one.
 *
 * @param choice {@code native}, {@code cuda}, or Maven coordinates separated by commas
 * @param classifier classifier of the backend's native library instead of the one found for this
 *     machine
 */
public record BackendOptions(String choice, Optional<String> classifier) {}
