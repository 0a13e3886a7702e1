/**
 * Named binary state: what a checkpoint holds. Depends on nothing else in the runtime. Everything
 * that changes during training writes itself to a {@link io.clmaven.runtime.state.StateWriter} and
 * comes back from a {@link io.clmaven.runtime.state.StateReader} bit for bit.
 */
package io.clmaven.runtime.state;
