package io.clmaven.runtime.model;

/** What settings that several networks have are good for. */
final class Effects {

  static final String STATISTICS =
      "Mean and variance of batch normalisation: those of the batch, always; those of the batch in"
          + " training and running ones in evaluation; or running ones that never move.";

  static final String WIDTH =
      "Filters of the stem and of the first stage; they double from stage to stage.";

  private Effects() {}
}
