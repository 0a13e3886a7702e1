package io.clmaven.runtime.experiment.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns the bytes of a file into text: UTF-8 without control characters, a leading mark removed.
 */
final class SourceText {

  private static final int LARGEST = 1 << 20;

  private final String file;
  private final Problems problems;

  SourceText(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Returns the text, or nothing after having told what is wrong with it. */
  Optional<String> decode(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refuse("", 0, SyntaxMessages.TOO_LARGE);
    }
    if (bytes.length >= 2 && (isUtf16(bytes[0], bytes[1]) || isUtf16(bytes[1], bytes[0]))) {
      return refuse("", 0, SyntaxMessages.UTF_16);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    if (result.isError()) {
      return refuse(text, text.length(), SyntaxMessages.NOT_UTF_8);
    }
    return withoutControls(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static boolean isUtf16(byte first, byte second) {
    return (first & 0xFF) == 0xFE && (second & 0xFF) == 0xFF;
  }

  private Optional<String> withoutControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
      if (control || c == 0x7F || c == 0xFFFE || c == 0xFFFF || c == 0xFEFF) {
        return refuse(text, i, SyntaxMessages.controlCharacter(c));
      }
    }
    return Optional.of(text);
  }

  private Optional<String> refuse(String text, int offset, String message) {
    String before = text.substring(0, offset);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = offset - before.lastIndexOf('\n');
    problems.add(new Place(file, line, column), message);
    return Optional.empty();
  }
}
