package dev.assay.hiring.platform.lists;

/** What a list can be narrowed by: a query parameter, or a member of a saved search. */
public interface QueryField {

    String wireName();
}
