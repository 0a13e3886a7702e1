package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a YAML text into nodes. What would make two files that look different mean the same is
 * refused: aliases, merge keys, tags, several documents, a key given twice.
 */
public final class NodeReader {

  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int DEEPEST = 50;

  private final String file;
  private final Problems problems;
  private int depth;
  private boolean readable = true;

  /**
   * Makes a reader of one file.
   *
   * @param file name for the places
   * @param problems receives what is wrong
   */
  public NodeReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Reads the bytes of a file; empty if it is not readable or has nothing in it. */
  public Optional<Node> read(byte[] bytes) {
    return new SourceText(file, problems).decode(bytes).flatMap(this::read);
  }

  /** Reads a text; empty if it is not readable or has nothing in it. */
  public Optional<Node> read(String text) {
    try (YAMLParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.add(new Place(file, 1, 1), SyntaxMessages.EMPTY);
        return Optional.empty();
      }
      Node node = node(parser);
      if (parser.nextToken() != null) {
        problems.add(place(parser), SyntaxMessages.SECOND_DOCUMENT);
      }
      return Optional.of(node).filter(n -> readable);
    } catch (JsonProcessingException e) {
      explain(e);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node node(YAMLParser parser) throws IOException {
    Place place = place(parser);
    if (parser.getTypeId() != null) {
      problems.add(place, SyntaxMessages.TAG);
    }
    if (depth == DEEPEST) {
      refuse(place, SyntaxMessages.TOO_DEEP);
      parser.skipChildren();
      return Node.Scalar.of(place, "");
    }
    depth++;
    try {
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(parser, place);
        case START_ARRAY -> sequence(parser, place);
        default -> scalar(parser, place);
      };
    } finally {
      depth--;
    }
  }

  private Node mapping(YAMLParser parser, Place start) throws IOException {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place place = place(parser);
      parser.nextToken();
      Node value = node(parser);
      if (key.equals("<<")) {
        refuse(place, SyntaxMessages.MERGE_KEY);
      } else if (entries.containsKey(key)) {
        problems.add(place, SyntaxMessages.duplicate(key, entries.get(key).place()));
      } else {
        entries.put(key, new Node.Entry(place, value));
      }
    }
    return new Node.Mapping(start, entries);
  }

  private Node sequence(YAMLParser parser, Place start) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new Node.Sequence(start, items);
  }

  private Node scalar(YAMLParser parser, Place place) throws IOException {
    if (parser.isCurrentAlias()) {
      refuse(place, SyntaxMessages.ALIAS);
    }
    String text = parser.getText();
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      return Node.Scalar.of(place, text);
    }
    return new Node.Scalar(place, text, text.isEmpty() ? Node.Style.EMPTY : Node.Style.NULL);
  }

  /** Adds a problem after which the nodes do not say what the file says. */
  private void refuse(Place place, String message) {
    problems.add(place, message);
    readable = false;
  }

  private Place place(YAMLParser parser) {
    JsonLocation location = parser.currentTokenLocation();
    return new Place(file, location.getLineNr(), location.getColumnNr());
  }

  private void explain(JsonProcessingException exception) {
    if (exception.getCause() instanceof MarkedYAMLException marked) {
      SyntaxMessages.explain(marked, file, problems);
      return;
    }
    boolean key = exception.getOriginalMessage().startsWith("Expected a field name");
    JsonLocation location = exception.getLocation();
    problems.add(
        new Place(file, location.getLineNr(), location.getColumnNr()),
        key ? SyntaxMessages.KEY : SyntaxMessages.other(exception.getOriginalMessage()));
  }
}
