package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.Event;

/** Where events go. Sending never blocks for long and never fails. */
interface Channel extends AutoCloseable {

  void send(Event event);

  /** Sends what is waiting, within a few seconds, and closes. */
  @Override
  void close();
}
