package dev.assay.hiring.intake;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Digests of the lines that made a person's applications. */
@Component
class ImportData implements PersonalDataHolder {

    private final ImportRepository repository;

    ImportData(ImportRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.readable("imported_line", "digest"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.forgetLinesOf(actor.employer(), person);
    }

    /** Nothing: a digest says nothing, and the line itself is filed with the application. */
    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {}
}
