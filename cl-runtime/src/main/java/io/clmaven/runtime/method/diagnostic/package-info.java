/**
 * What methods record about themselves while they train: contracts that they keep and values per
 * task. It is state of the method, so that a resumed trial tells the same.
 */
package io.clmaven.runtime.method.diagnostic;
