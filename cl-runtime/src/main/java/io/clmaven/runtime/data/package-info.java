/**
 * Data sets: what files they are, how they are read, packed once and handed out as examples.
 *
 * <p>A {@link io.clmaven.runtime.data.DataSet} names its files; the plugin fetches them into the
 * {@link io.clmaven.runtime.data.DataStore}; the first trial packs them into one memory-mapped file
 * of unsigned bytes that all trials share. Data sets in the IDX format extend {@link
 * io.clmaven.runtime.data.IdxDataSet}; folders of images need no class at all, see {@link
 * io.clmaven.runtime.data.ImageFolder}. May depend on {@code component} only.
 */
package io.clmaven.runtime.data;
