package dev.assay.admin.policies;

/**
 * One number of a policy beside the one in force.
 *
 * @param differs whether they are not the same
 */
record FigureRow(String name, String value, String inForce, boolean differs) {}
