package io.clmaven.runtime.worker.listing;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Kind;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.worker.protocol.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the components of one kind into the form of the listing.
 *
 * @param kind the kind
 * @param catalogues where the components are
 */
record ComponentItems(Kind kind, Catalogues catalogues) {

  Listing.Kind listed() {
    List<Listing.Item> items = new ArrayList<>();
    for (Catalogue.Entry<? extends Component> entry : catalogues.of(kind).entries()) {
      items.add(item(entry));
    }
    return new Listing.Kind(kind.plural(), items);
  }

  private Listing.Item item(Catalogue.Entry<? extends Component> entry) {
    Declaration declaration = entry.declaration();
    Component component = entry.factory().get();
    return new Listing.Item(
        declaration.name(),
        declaration.summary(),
        declaration.source(),
        Origin.of(component.getClass()),
        notes(component),
        SettingLines.of(RecordBinder.describe(declaration, catalogues)),
        Listing.NO_TWIN);
  }

  private static List<String> notes(Component component) {
    if (!(component instanceof ContinualMethod method)) {
      return List.of();
    }
    List<String> scenarios =
        method.scenarios().stream()
            .sorted()
            .map((Scenario s) -> s.name().toLowerCase(Locale.ROOT))
            .toList();
    return List.of("Scenarios: " + String.join(", ", scenarios));
  }
}
