/** Replays numbers that official code computed: finds the files, compares within tolerances. */
package io.clmaven.runtime.replay;
