package io.clmaven.plugin.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP server with files, which can be told to fail, and remembers what it was asked. */
final class DataServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> failures = Collections.synchronizedList(new ArrayList<>());
  private String credentials = "";
  private int cutAt;

  DataServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  /** Answers the next requests with these statuses. */
  void failWith(Integer... statuses) {
    failures.addAll(List.of(statuses));
  }

  /** Breaks the connection of the next answer after that many bytes. */
  void cutNextAt(int bytes) {
    cutAt = bytes;
  }

  /** Demands these credentials, as in the header. */
  void demand(String basic) {
    credentials = basic;
  }

  /** Returns method, path and range of each request. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      String path = exchange.getRequestURI().toString();
      requests.add(path + (range == null ? "" : " " + range));
      byte[] content = files.get(exchange.getRequestURI().getPath());
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (!credentials.isEmpty() && !credentials.equals(given)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"data\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (!failures.isEmpty()) {
        exchange.sendResponseHeaders(failures.remove(0), -1);
      } else if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, content, range);
      }
    }
  }

  private void send(HttpExchange exchange, byte[] content, String range) throws IOException {
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    byte[] part = Arrays.copyOfRange(content, from, content.length);
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
    int end = cutAt > 0 ? cutAt : part.length;
    cutAt = 0;
    exchange.getResponseBody().write(part, 0, end);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
