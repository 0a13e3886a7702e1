package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.util.Map;

/**
 * The main class of the forked JVM: {@code Worker <command> <request.json>}, where the command is
 * {@code plan}, {@code plan-sweeps}, {@code list}, {@code doctor} or {@code trial}.
 *
 * <p>The environment says who started it: {@code CL_PORT} and {@code CL_TOKEN}, where events go on
 * the loopback interface (without them progress is printed), and {@code CL_PARENT_PID}, whose end
 * ends this process, as does the end of standard input. How it ends is an {@link ExitCode}.
 */
public final class Worker {

  private final Channel channel;

  Worker(Channel channel) {
    this.channel = channel;
  }

  /** Runs one command and ends the JVM, whatever threads the code of the project left behind. */
  public static void main(String[] args) {
    ExitCode code = start(args, System.getenv());
    System.exit(code.code());
  }

  private static ExitCode start(String[] args, Map<String, String> environment) {
    String parent = environment.get("CL_PARENT_PID");
    if (parent != null) {
      OrphanWatch.start(Long.parseLong(parent));
    }
    try (Channel channel = Channels.open(environment)) {
      Heartbeat.start(channel);
      return new Worker(channel).run(args);
    }
  }

  /** Runs one command; says why where it fails. */
  ExitCode run(String[] args) {
    String subject = args.length > 0 ? "command '" + args[0] + "'" : "the worker";
    try {
      Command command = Commands.of(args, channel);
      subject = command.subject();
      command.run();
      channel.send(new Event.Bye());
      return ExitCode.DONE;
    } catch (Throwable thrown) { // an Error of the project's code is an answer like any other
      return fail(new Failures(subject, MemoryLimits.inForce()).explain(thrown));
    }
  }

  private ExitCode fail(Failure failure) {
    failure.trace().ifPresent(Throwable::printStackTrace);
    channel.send(new Event.Failed(failure.code(), failure.message()));
    channel.send(new Event.Bye());
    return failure.code();
  }
}
