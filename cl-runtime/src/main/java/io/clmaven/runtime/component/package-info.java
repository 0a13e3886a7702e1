/**
 * What makes a method, benchmark, model or optimizer a named building block: its {@link
 * io.clmaven.runtime.component.Declaration}, its typed parameters, and the catalogue that finds it.
 * Depends on nothing else in the runtime.
 */
package io.clmaven.runtime.component;
