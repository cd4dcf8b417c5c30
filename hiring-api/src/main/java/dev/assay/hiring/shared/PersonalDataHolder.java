package dev.assay.hiring.shared;

import java.util.List;

/**
 * A feature that holds data of persons (candidates; not users of the platform). Every feature with
 * such a table implements it once, as a component; a table that neither a holder names nor {@code
 * db/free-of-personal-data.properties} lists turns the build red.
 */
public interface PersonalDataHolder {

    /** What the data is called in an export: a short word, and a folder of its archive. */
    String name();

    /** Every table with data of persons that this feature answers for. */
    List<PersonalTable> tables();

    /**
     * Deletes or empties what this feature holds of the person in plain text, and ends what still
     * goes on about them. What is sealed may stay: the person's key is destroyed in the same
     * transaction. Called inside it, also for somebody of whom there is nothing, and again for
     * somebody erased before.
     */
    void erase(Actor actor, PersonId person);

    /**
     * Hands over everything this feature holds of the person, as it was received where it was
     * received. Called outside of any transaction, because the archive goes to a caller who may be
     * slow; opens short ones of its own.
     */
    void export(Actor actor, PersonId person, PersonalExport to);
}
