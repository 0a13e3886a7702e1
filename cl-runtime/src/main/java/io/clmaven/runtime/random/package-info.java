/**
 * Named random streams. Every random decision of a trial draws from the stream of its purpose,
 * derived from the seed, so that one decision more in one place moves nothing elsewhere.
 */
package io.clmaven.runtime.random;
