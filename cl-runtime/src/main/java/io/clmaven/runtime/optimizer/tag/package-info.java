/**
 * TAG, task-based accumulated gradients, over three base rules: Malviya et al., CoLLAs 2022. State
 * lies on the heap in blocks that fit the cache.
 */
package io.clmaven.runtime.optimizer.tag;
