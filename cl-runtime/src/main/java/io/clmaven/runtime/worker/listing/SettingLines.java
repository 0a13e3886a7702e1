package io.clmaven.runtime.worker.listing;

import io.clmaven.runtime.experiment.yaml.SettingDescription;
import io.clmaven.runtime.worker.protocol.Listing;
import java.util.List;

/** Puts settings into the form of the listing. */
final class SettingLines {

  private SettingLines() {}

  static List<Listing.SettingLine> of(List<SettingDescription> settings) {
    return settings.stream()
        .map(s -> new Listing.SettingLine(s.name(), s.type(), s.byDefault(), s.range(), s.effect()))
        .toList();
  }
}
