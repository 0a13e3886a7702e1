package io.clmaven.runtime.experiment.preset;

/**
 * What the published experiments of a preset have and it cannot bring: a file of the user's.
 *
 * @param network name of the network that it belongs to
 * @param setting the setting of the network that names the file
 * @param effect what the network does without it: the rest of a sentence that begins with it
 */
public record Omission(String network, String setting, String effect) {}
