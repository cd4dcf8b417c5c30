package dev.assay.credential.evidence;

import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Keeps every answer of a source, in order. For one verification and one thread. */
public final class WitnessedDocuments implements DocumentSource {

    private final DocumentSource source;
    private final List<Evidence.Used> used = new ArrayList<>();

    public WitnessedDocuments(DocumentSource source) {
        this.source = source;
    }

    @Override
    public Answer fetch(URI address) {
        var answer = source.fetch(address);
        used.add(new Evidence.Used(address, answer));
        return answer;
    }

    public List<Evidence.Used> used() {
        return List.copyOf(used);
    }
}
