package io.clmaven.plugin.report;

/** Text of an HTML document being written; everything but {@link #raw} is escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Closes an element. */
  Html close(String tag) {
    out.append("</").append(tag).append(">");
    return this;
  }

  /** Closes an element that ends a line. */
  Html closeLine(String tag) {
    close(tag);
    out.append('\n');
    return this;
  }

  /** Writes an element that holds text only. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Writes text. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Writes what is HTML already. */
  Html raw(String html) {
    out.append(html);
    return this;
  }

  /** Writes a script element with JSON in it that no script runs. */
  Html json(String json) {
    return raw("<script type=\"application/json\">")
        .raw(json.replace("<", "\\u003c").replace("&", "\\u0026"))
        .close("script");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
