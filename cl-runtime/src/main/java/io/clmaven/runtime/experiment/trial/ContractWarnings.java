package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.Set;

/** Tells the user about every contract that a method has broken, once in a session. */
final class ContractWarnings {

  private final TrialTexts texts;
  private final TrialListener listener;
  private final Set<String> told = new HashSet<>();

  ContractWarnings(TrialTexts texts, TrialListener listener) {
    this.texts = texts;
    this.listener = listener;
  }

  void warn(Diagnostics diagnostics) {
    for (Contract contract : diagnostics.contracts()) {
      if (!contract.holds() && told.add(contract.id())) {
        listener.warned(texts.broken(contract));
      }
    }
  }
}
