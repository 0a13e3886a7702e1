package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.config.Suggestion;
import io.clmaven.runtime.worker.protocol.Listing;
import java.util.ArrayList;
import java.util.List;

/** A listing as lines of text. */
final class ListingText {

  private static final String PRESET = "preset/";
  private static final String TWINS =
      "Small twins of presets, for a first try, are not listed; most are called preset/<name>-small.";

  private ListingText() {}

  /** Returns one line for each item, and one for the small twins of all presets. */
  static List<String> all(Listing listing) {
    List<String> lines = new ArrayList<>();
    boolean hasTwins = false;
    for (Listing.Kind kind : listing.kinds()) {
      List<Listing.Item> items = withoutTwins(kind);
      hasTwins |= items.size() < kind.items().size();
      int width = items.stream().mapToInt(item -> item.name().length()).max().orElse(1);
      lines.add("");
      lines.add(kind.name());
      items.forEach(
          item -> lines.add(("  %-" + width + "s  %s").formatted(item.name(), item.summary())));
    }
    lines.add("");
    if (hasTwins) {
      lines.add(TWINS);
    }
    lines.add("All parameters of one: mvn cl:list -Dcl.name=<name>");
    return lines;
  }

  /** Returns everything about the items with a name. */
  static List<String> one(Listing listing, String name) {
    List<String> lines = new ArrayList<>();
    for (Listing.Kind kind : listing.kinds()) {
      kind.items().stream()
          .filter(item -> item.name().equals(name) || item.name().equals(PRESET + name))
          .forEach(item -> lines.addAll(details(kind, item)));
    }
    if (lines.isEmpty()) {
      throw new ProjectException(
          "Cannot show '%s' of cl.name: nothing has that name.%s `mvn cl:list` shows the names."
              .formatted(name, Suggestion.text(name, names(listing))));
    }
    return lines;
  }

  /** Returns the items but for small twins of others. */
  private static List<Listing.Item> withoutTwins(Listing.Kind kind) {
    return kind.items().stream().filter(item -> item.twinOf().equals(Listing.NO_TWIN)).toList();
  }

  private static List<String> details(Listing.Kind kind, Listing.Item item) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("%s (%s): %s".formatted(item.name(), kind.name(), item.summary()));
    if (!item.source().isEmpty()) {
      lines.add("  source: " + item.source());
    }
    lines.add("  found in: " + item.origin());
    item.notes().stream().flatMap(String::lines).forEach(note -> lines.add("  " + note));
    if (!item.settings().isEmpty()) {
      lines.add("  parameters:");
    }
    item.settings().forEach(setting -> lines.addAll(setting(setting)));
    return lines;
  }

  private static List<String> setting(Listing.SettingLine setting) {
    String range = setting.range().isEmpty() ? "" : ", range " + setting.range();
    String byDefault =
        "required".equals(setting.byDefault()) ? "required" : "default " + setting.byDefault();
    return List.of(
        "    %s: %s, %s%s".formatted(setting.name(), setting.type(), byDefault, range),
        "      " + setting.effect());
  }

  private static List<String> names(Listing listing) {
    return listing.kinds().stream()
        .flatMap(kind -> kind.items().stream())
        .map(item -> item.name().replaceFirst("^" + PRESET, ""))
        .distinct()
        .sorted()
        .toList();
  }
}
