/**
 * The report: one view model ({@link io.clmaven.plugin.report.Page}), built from results, plan,
 * baseline and verdicts, and its writers: a standalone HTML file and a page of the site. Knows the
 * result model of the runtime and the gate, but nothing of Maven except Doxia's sink.
 */
package io.clmaven.plugin.report;
