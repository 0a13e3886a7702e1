package io.clmaven.runtime.experiment.corpus;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;

/** Method {@code naive} of the corpus: no settings. */
public final class PlainMethod implements ContinualMethod {

  @Override
  public Declaration declaration() {
    return new Declaration("naive", "Only trains.", "Corpus", Declaration.None.class);
  }
}
