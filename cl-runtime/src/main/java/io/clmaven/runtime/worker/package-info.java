/** The forked JVM: its main class, the channel to the plugin, life and death. */
package io.clmaven.runtime.worker;
