package io.clmaven.plugin.data;

/**
 * What an archive may unpack to.
 *
 * @param entries most files and folders
 * @param bytes most bytes of all files together
 */
public record ArchiveLimits(long entries, long bytes) {}
