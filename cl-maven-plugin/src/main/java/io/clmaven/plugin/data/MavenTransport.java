package io.clmaven.plugin.data;

import io.clmaven.plugin.config.IoCause;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.NoTransporterException;

/**
 * Maven's own transport, with proxies, credentials and timeouts of Maven's settings. A source is a
 * repository whose id is its host and whose layout is {@value #LAYOUT}, so that a {@code server}
 * with the id of a host gives credentials, and a mirror with that layout, but no mirror of Maven
 * repositories, replaces it.
 */
final class MavenTransport implements Transport {

  static final String LAYOUT = "cl-data";

  private static final Pattern STATUS =
      Pattern.compile("(?i)(?:status|code|http)[^0-9]{0,12}\\b([1-5]\\d\\d)\\b");
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private final RepositorySystem repositories;
  private final TransporterProvider transporters;
  private final RepositorySystemSession session;
  private final Consumer<String> log;

  MavenTransport(
      RepositorySystem repositories,
      TransporterProvider transporters,
      RepositorySystemSession session,
      Consumer<String> log) {
    this.repositories = repositories;
    this.transporters = transporters;
    this.session = session;
    this.log = log;
  }

  @Override
  public void fetch(URI source, Path part, long limit) throws SourceException {
    RemoteRepository repository = repository(source);
    try (Transporter transporter = transporters.newTransporter(session, repository);
        PartialFile partial = new PartialFile(part)) {
      DownloadProgress progress = new DownloadProgress(source, partial, limit, log);
      get(transporter, progress.task(URI.create(fileOf(source))));
      partial.finish();
    } catch (NoTransporterException e) {
      throw new SourceException(
          SourceException.Kind.PERMANENT,
          "Maven has no transport for '%s'".formatted(source.getScheme()),
          e);
    } catch (IOException e) {
      throw new SourceException(SourceException.Kind.PERMANENT, IoCause.of(e), e);
    }
  }

  private static void get(Transporter transporter, GetTask task) throws SourceException {
    try {
      transporter.get(task);
    } catch (Exception e) {
      if (transporter.classify(e) == Transporter.ERROR_NOT_FOUND) {
        throw new SourceException(SourceException.Kind.PERMANENT, "not found there", e);
      }
      throw failure(e);
    }
  }

  private RemoteRepository repository(URI source) {
    String url = source.toString();
    String base = url.substring(0, url.length() - fileOf(source).length());
    RemoteRepository plain = new RemoteRepository.Builder(source.getHost(), LAYOUT, base).build();
    return repositories.newResolutionRepositories(session, List.of(plain)).get(0);
  }

  private static String fileOf(URI source) {
    String url = source.toString();
    int query = url.indexOf('?');
    int end = query < 0 ? url.length() : query;
    return url.substring(url.lastIndexOf('/', end - 1) + 1);
  }

  private static SourceException failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return new SourceException(
            SourceException.Kind.PERMANENT,
            "the host '%s' is unknown".formatted(cause.getMessage()),
            e);
      }
      Matcher status = STATUS.matcher(String.valueOf(cause.getMessage()));
      if (status.find()) {
        return failure(Integer.parseInt(status.group(1)), e);
      }
    }
    return new SourceException(SourceException.Kind.TRANSIENT, IoCause.of(e), e);
  }

  private static SourceException failure(int status, Exception e) {
    boolean isTransient = status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
    return new SourceException(
        isTransient ? SourceException.Kind.TRANSIENT : SourceException.Kind.PERMANENT,
        "the server answered with status %d".formatted(status),
        e);
  }
}
