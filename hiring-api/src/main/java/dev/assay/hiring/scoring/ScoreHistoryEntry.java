package dev.assay.hiring.scoring;

/** One computation of an application's score, and what caused it. */
public record ScoreHistoryEntry(ScoreCause cause, Score score) {}
