/** Progress of trials on the screen: a live bar in a terminal, throttled lines elsewhere. */
package io.clmaven.plugin.progress;
