/** Network architectures: each makes an engine-neutral model specification for a benchmark. */
package io.clmaven.runtime.model;
