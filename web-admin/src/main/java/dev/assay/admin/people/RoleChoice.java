package dev.assay.admin.people;

/** A role that can be given, with what it lets a person do. */
record RoleChoice(String value, String label, String meaning, boolean held) {}
