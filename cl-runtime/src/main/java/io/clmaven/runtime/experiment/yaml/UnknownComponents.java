package io.clmaven.runtime.experiment.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what a name may mean that no component of a kind has: also one of another kind. */
final class UnknownComponents {

  private final Kind kind;
  private final Catalogues catalogues;

  UnknownComponents(Kind kind, Catalogues catalogues) {
    this.kind = kind;
    this.catalogues = catalogues;
  }

  String message(String name) {
    Collection<String> known = catalogues.of(kind).names();
    return elsewhere(name, names -> names.stream().filter(name::equals).toList())
        .or(
            () ->
                Nearest.all(name, known).isEmpty()
                    ? elsewhere(name, names -> Nearest.beginningWith(name, names))
                    : Optional.empty())
        .orElseGet(() -> Messages.unknownComponent(kind, name, known));
  }

  /** Looks among the names of each other kind for those that may be meant. */
  private Optional<String> elsewhere(
      String name, Function<Collection<String>, List<String>> meant) {
    return Arrays.stream(Kind.values())
        .filter(other -> other != kind)
        .flatMap(
            other ->
                Optional.of(meant.apply(catalogues.of(other).names()))
                    .filter(names -> !names.isEmpty())
                    .map(names -> Messages.misplacedComponent(kind, name, other, names))
                    .stream())
        .findFirst();
  }
}
