/** Update rules over the flat parameter vector; state lives on the heap. */
package io.clmaven.runtime.optimizer;
