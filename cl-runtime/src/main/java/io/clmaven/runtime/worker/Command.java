package io.clmaven.runtime.worker;

/** What a worker was started for. */
interface Command {

  /** Returns what is being done, as a part of a sentence. */
  String subject();

  /** Does it; throws whatever prevents it. */
  void run() throws Exception;
}
