package io.clmaven.runtime.experiment.corpus;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Sees only the components that {@code corpus/services} registers, so that messages which list
 * known names stay the same when components are added.
 */
public final class CorpusLoader extends ClassLoader {

  public CorpusLoader() {
    super(CorpusLoader.class.getClassLoader());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return super.getResources(
        name.replace("META-INF/services/", "corpus/services/")
            .replace("presets/index.txt", "corpus/presets/index.txt"));
  }
}
