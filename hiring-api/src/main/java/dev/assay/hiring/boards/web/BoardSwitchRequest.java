package dev.assay.hiring.boards.web;

/** Whether what a board pushes is taken, as a merge patch leaves it. */
record BoardSwitchRequest(boolean enabled) {}
