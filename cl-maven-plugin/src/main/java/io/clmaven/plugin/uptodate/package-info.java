/** Decides whether a trial has to run again, and says why. Knows no Maven. */
package io.clmaven.plugin.uptodate;
