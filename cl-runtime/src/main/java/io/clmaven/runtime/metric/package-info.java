/** Pure functions of an immutable accuracy matrix. Depends on nothing else in the runtime. */
package io.clmaven.runtime.metric;
