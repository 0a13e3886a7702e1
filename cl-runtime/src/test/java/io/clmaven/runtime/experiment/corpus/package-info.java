/** Components that the YAML corpus uses: few, small and never changing. */
package io.clmaven.runtime.experiment.corpus;
