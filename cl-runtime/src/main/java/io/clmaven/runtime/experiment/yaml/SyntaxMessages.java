package io.clmaven.runtime.experiment.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The texts of mistakes that make a file no YAML; the words of the parser are for its authors. */
final class SyntaxMessages {

  static final String TOO_LARGE = "Cannot read the file: it is larger than 1 MiB. Make it smaller.";
  static final String UTF_16 = "Cannot read the file: it is UTF-16. Save it as UTF-8.";
  static final String NOT_UTF_8 =
      "Cannot read this character: it is not UTF-8. Save the file as UTF-8.";
  static final String EMPTY =
      "The file is empty. An experiment needs at least 'benchmark', 'model' and 'method'.";
  static final String SECOND_DOCUMENT =
      "A second document starts here. Remove the '---', or put it into a file of its own.";
  static final String ALIAS =
      "Aliases ('*name') are not supported. Repeat the value, or put what is shared into a file and"
          + " use 'extends'.";
  static final String MERGE_KEY =
      "Merge keys ('<<') are not supported. Put what is shared into a file and use 'extends'.";
  static final String TAG = "Tags ('!name') are not supported. Remove it.";
  static final String KEY =
      "The name of a setting must be a word, but a list or a group stands before the ':'. Write"
          + " 'setting: value'.";
  static final String TOO_DEEP = "This is nested more than 50 levels deep. Make it flatter.";

  /** A text and where it belongs: to the start of what was being read, or to where it broke. */
  private record Rule(
      String problem, Where where, BiFunction<MarkedYAMLException, String, String> text) {}

  private enum Where {
    START,
    BREAK
  }

  private static final List<Rule> RULES =
      List.of(
          rule("'\\t(TAB)'", Where.BREAK, "A tab cannot indent YAML. Indent with spaces."),
          new Rule("that cannot start any token", Where.BREAK, (e, p) -> cannotStart(p)),
          rule(
              "mapping values are not allowed here",
              Where.BREAK,
              "This ':' is out of place. Indent the line like its neighbours, put a value that"
                  + " contains ': ' into quotes, and write a space after the ':' of the"
                  + " line above."),
          rule(
              "could not find expected ':'",
              Where.START,
              "This line has no ': ' between a setting and its value. Write 'setting: value'."),
          new Rule("expected ',' or ']'", Where.START, (e, p) -> unclosed("list", "]", e)),
          new Rule("expected ',' or '}'", Where.START, (e, p) -> unclosed("group", "}", e)),
          rule(
              "found unexpected end of stream",
              Where.START,
              "The text that starts here has no closing quote. Add it."),
          rule(
              "expected <block end>, but found '<scalar>'",
              Where.BREAK,
              "Text follows the end of a value. Remove it, put the whole value into"
                  + " double quotes, or"
                  + " indent the line like its neighbours."),
          new Rule(
              "expected <block end>, but found '}'", Where.BREAK, (e, p) -> closesNothing("}")),
          new Rule(
              "expected <block end>, but found ']'", Where.BREAK, (e, p) -> closesNothing("]")),
          rule(
              "expected <block end>",
              Where.BREAK,
              "This line does not belong to the lines above it. Indent lines of one"
                  + " group equally, and"
                  + " do not mix list items ('- ') with settings."),
          new Rule("node content, but found ']'", Where.BREAK, (e, p) -> closesNothing("]")),
          new Rule("node content, but found '}'", Where.BREAK, (e, p) -> closesNothing("}")),
          rule(
              "node content, but found ','",
              Where.BREAK,
              "A value is missing before this ','. Write it, or remove the ','."),
          rule(
              "found unknown escape character",
              Where.BREAK,
              "This '\\' starts no known escape. Use single quotes, or write '\\\\'."),
          rule(
              "sequence entries are not allowed here",
              Where.BREAK,
              "A list item ('- ') cannot start here. Put it on a line of its own, or"
                  + " write the list as"
                  + " [a, b]."),
          rule(
              "unexpected character found",
              Where.START,
              "A value cannot start with '*' or '&'. Put it into quotes."),
          rule(
              "expected '<document start>'",
              Where.BREAK,
              "Text follows the end of the file. Remove it, or remove the '...' or the"
                  + " '%' line above"
                  + " it."));

  private SyntaxMessages() {}

  static String controlCharacter(char c) {
    return String.format(
        Locale.ROOT, "The control character U+%04X is not allowed. Remove it.", (int) c);
  }

  static String duplicate(String key, Place first) {
    return "'%s' is set twice, first in line %d. Remove one of them.".formatted(key, first.line());
  }

  /** Adds the problem that a parser exception stands for. */
  static void explain(MarkedYAMLException exception, String file, Problems problems) {
    String problem = String.valueOf(exception.getProblem());
    Rule rule =
        RULES.stream()
            .filter(r -> problem.contains(r.problem()))
            .findFirst()
            .orElseGet(() -> rule("", Where.BREAK, other(problem)));
    Mark end = exception.getProblemMark();
    Mark mark =
        rule.where() == Where.BREAK
            ? end
            : Optional.ofNullable(exception.getContextMark()).orElse(end);
    problems.add(
        new Place(file, mark.getLine() + 1, mark.getColumn() + 1),
        rule.text().apply(exception, problem));
  }

  static String other(String problem) {
    return "Cannot read this as YAML: %s. Correct it."
        .formatted(problem.strip().replaceAll("\\s+", " "));
  }

  private static Rule rule(String problem, Where where, String text) {
    return new Rule(problem, where, (exception, p) -> text);
  }

  private static String cannotStart(String problem) {
    int quote = problem.indexOf('\'');
    return "A value cannot start with '%s'. Put it into quotes."
        .formatted(problem.substring(quote + 1, problem.indexOf('\'', quote + 1)));
  }

  private static String unclosed(String thing, String end, MarkedYAMLException exception) {
    return "The %s that starts here lacks a ',' or its '%s' before line %d, column %d. Add it."
        .formatted(
            thing,
            end,
            exception.getProblemMark().getLine() + 1,
            exception.getProblemMark().getColumn() + 1);
  }

  private static String closesNothing(String end) {
    String text =
        "This '%s' closes nothing, or a value is missing before it. Remove it, or add what is"
            + " missing.";
    return text.formatted(end);
  }
}
