/** Data sets: what files they are, how they are read, packed once and handed out as examples. */
package io.clmaven.runtime.data;
