package io.clmaven.runtime.experiment.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The texts of mistakes in settings. */
final class Messages {

  static final String DIGITS_ONLY = " Write digits only.";
  static final String DECIMAL_POINT = " Write a decimal point, not a comma.";
  static final String EMPTY_LIST = "The list is empty. Name at least one.";

  private Messages() {}

  static String wrongKind(Site site, SettingType expected, Node given) {
    if (given instanceof Node.Scalar scalar) {
      return switch (scalar.style()) {
        case EMPTY ->
            "%s has no value. Give it %s, or remove the line.%s"
                .formatted(sentence(site.subject()), expected.phrase(), expected.hint());
        case NULL ->
            "%s takes %s, not null.%s"
                .formatted(sentence(site.subject()), expected.phrase(), expected.hint());
        case VALUE -> wrongValue(site, expected, scalar.text()) + expected.hint();
      };
    }
    String what = given instanceof Node.Sequence ? "a list" : "a group of settings";
    return "%s takes %s, but %s was given.%s"
        .formatted(sentence(site.subject()), expected.phrase(), what, expected.hint());
  }

  static String wrongValue(Site site, SettingType expected, String given) {
    return "%s takes %s, but '%s' was given."
        .formatted(sentence(site.subject()), expected.phrase(), shorten(given));
  }

  static String outOfRange(Site site, Interval range, String given) {
    return "%s must be %s, but is %s."
        .formatted(sentence(site.subject()), range.words(), shorten(given));
  }

  static String tooLarge(Site site, String given) {
    return "%s is %s, which is too large for a number.".formatted(sentence(site.subject()), given);
  }

  static String percent(String given) {
    return " Did you mean %s%%?".formatted(given);
  }

  static String booleanAdvice(String given) {
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> " Write true.";
      case "false", "no", "off", "0" -> " Write false.";
      default -> "";
    };
  }

  static String brackets(Node single) {
    if (single instanceof Node.Scalar range && range.text().matches("\\d+ *(-|\\.\\.) *\\d+")) {
      return " Write the numbers one by one, as in [1, 2, 3].";
    }
    return single instanceof Node.Scalar scalar && scalar.style() == Node.Style.VALUE
        ? " Write [%s]%s."
            .formatted(
                shorten(scalar.text()), scalar.text().contains(",") ? "" : " for a list of one")
        : "";
  }

  static String unknownSetting(String key, String owner, Collection<String> known) {
    if (known.isEmpty()) {
      return "Unknown setting '%s' in %s, which has no settings. Remove it.".formatted(key, owner);
    }
    return "Unknown setting '%s' in %s.%s".formatted(key, owner, advice(key, "settings", known));
  }

  static String misplacedSetting(String key, String owner, String path) {
    return "Unknown setting '%s' in %s: it belongs to '%s'. Move it there."
        .formatted(key, owner, path);
  }

  static String missing(SettingField field, String owner) {
    return "'%s' is missing in %s. It takes %s: %s%s"
        .formatted(
            field.name(),
            owner,
            field.type().phrase(),
            lowerCase(field.effect()),
            field.type().hint());
  }

  static String unknownComponent(Kind kind, String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "Unknown %s '%s': no %s is on the class path. Add the dependency that brings it."
          .formatted(kind.word(), name, kind.word());
    }
    return "Unknown %s '%s'.%s".formatted(kind.word(), name, advice(name, kind.plural(), known));
  }

  /** Says that a component, or those whose names begin so, belong somewhere else. */
  static String misplacedComponent(Kind kind, String name, Kind other, List<String> meant) {
    String one = "%s %s: write it".formatted(other.article(), other.word());
    String what =
        meant.contains(name)
            ? "It is " + one
            : meant.size() == 1
                ? "'%s' is %s".formatted(meant.get(0), one)
                : "%s are %s: write one".formatted(quoted(meant, "and"), other.plural());
    return "Unknown %s '%s'. %s as '%s'."
        .formatted(kind.word(), name, what, other.example(meant.get(0)));
  }

  static String missingName(Kind kind, Collection<String> known) {
    return "'name' is missing: it says which %s is meant. Known %s: %s."
        .formatted(kind.word(), kind.plural(), String.join(", ", known));
  }

  static String refused(String owner, String reason) {
    return "Cannot use %s with these settings: %s"
        .formatted(owner, reason.endsWith(".") ? reason : reason + ".");
  }

  static String wrongDeclaration(String owner, String reason) {
    return "Cannot use %s: %s Correct the class that declares it.".formatted(owner, reason);
  }

  static String wrongDefault(SettingField field, String reason) {
    return "its default '%s' of '%s' is wrong: %s"
        .formatted(field.byDefault(), field.name(), reason);
  }

  static String unsupportedType(String setting, String type) {
    return "its setting '%s' has the type %s, which an experiment file cannot express."
        .formatted(setting, type);
  }

  static String wrongRange(String setting, String range) {
    return "the range '%s' of its setting '%s' is not an interval.".formatted(range, setting);
  }

  static String notInline(String component, String type) {
    return "its part '%s' has the type %s, which is no record.".formatted(component, type);
  }

  static String notADefault(String component, String text) {
    return "'%s' is no default of a setting of its part '%s'.".formatted(text, component);
  }

  static String twice(String setting) {
    return "it has two settings '%s'.".formatted(setting);
  }

  static String didYouMean(String wrong, Collection<String> known) {
    List<String> near = Nearest.all(wrong, known);
    return near.isEmpty() ? "" : " Did you mean %s?".formatted(quoted(near, "or"));
  }

  /** Returns the nearest name, or all that are known. */
  static String advice(String wrong, String things, Collection<String> known) {
    String near = didYouMean(wrong, known);
    List<String> names = known.stream().sorted().toList();
    return near.isEmpty() ? " Known %s: %s.".formatted(things, String.join(", ", names)) : near;
  }

  private static String quoted(List<String> names, String conjunction) {
    List<String> quoted = names.stream().map("'%s'"::formatted).toList();
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.get(0)
        : "%s %s %s"
            .formatted(String.join(", ", quoted.subList(0, last)), conjunction, quoted.get(last));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String lowerCase(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
