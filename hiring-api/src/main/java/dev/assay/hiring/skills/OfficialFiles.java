package dev.assay.hiring.skills;

import dev.assay.hiring.skills.Vocabulary.Broader;
import dev.assay.hiring.skills.Vocabulary.Entry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files ESCO and O*NET publish, each known by the names in its first line, in whatever
 * order; what belongs to neither, and ESCO's occupations, is passed over. Of ESCO: skills, groups
 * and collections (CSV) with their alternative labels, and broader relations. Of O*NET: technology
 * skills, each a part of its commodity.
 */
public final class OfficialFiles {

    private static final String ESCO = "ESCO";
    private static final String ESCO_SAYS =
            "This service uses the ESCO classification of the European Commission.";
    private static final String ONET = "O*NET";
    private static final String ONET_SAYS =
            "This page includes information from the O*NET Database by the U.S. Department of Labor,"
                    + " Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0"
                    + " license. O*NET is a trademark of USDOL/ETA.";
    private static final Set<String> ESCO_KINDS =
            Set.of("KnowledgeSkillCompetence", "SkillGroup", "SkillCompetence");

    private final Map<URI, Entry> esco = new LinkedHashMap<>();
    private final Set<Broader> escoBroader = new HashSet<>();
    private final Map<URI, Entry> onet = new LinkedHashMap<>();
    private final Set<Broader> onetBroader = new HashSet<>();

    /** Reads one file; false when it is none of those known. */
    public boolean read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String header = (end < 0 ? text : text.substring(0, end)).strip();
        if (header.contains("conceptUri") && header.contains("broaderUri")) {
            DelimitedText.rows(text, ',').forEach(this::escoRelation);
        } else if (header.contains("conceptUri") && header.contains("preferredLabel")) {
            DelimitedText.rows(text, ',').forEach(this::escoConcept);
        } else if (header.startsWith("O*NET-SOC Code\tExample\tCommodity Code")) {
            DelimitedText.rows(text, '\t').forEach(this::onetTechnology);
        } else {
            return false;
        }
        return true;
    }

    /** What the files hold, one for each vocabulary that any of them is of. */
    public List<Vocabulary> vocabularies(String version) {
        List<Vocabulary> all = new ArrayList<>();
        if (!esco.isEmpty() || !escoBroader.isEmpty()) {
            all.add(
                    new Vocabulary(
                            ESCO, version, ESCO_SAYS, List.copyOf(esco.values()), escoBroader));
        }
        if (!onet.isEmpty()) {
            all.add(
                    new Vocabulary(
                            ONET, version, ONET_SAYS, List.copyOf(onet.values()), onetBroader));
        }
        return all;
    }

    private void escoConcept(Map<String, String> row) {
        if (!ESCO_KINDS.contains(row.getOrDefault("conceptType", ""))
                || !row.getOrDefault("status", "released").equals("released")) {
            return;
        }
        Optional<URI> uri = uri(row.getOrDefault("conceptUri", ""));
        String label = row.getOrDefault("preferredLabel", "").strip();
        if (uri.isEmpty() || label.isEmpty()) {
            return;
        }
        List<String> alternatives = split(row.getOrDefault("altLabels", ""));
        esco.merge(uri.get(), new Entry(uri.get(), label, alternatives), OfficialFiles::richer);
        split(row.getOrDefault("broaderConceptUri", ""))
                .forEach(broader -> relate(escoBroader, uri.get(), broader));
    }

    private void escoRelation(Map<String, String> row) {
        if (ESCO_KINDS.contains(row.getOrDefault("conceptType", ""))) {
            uri(row.getOrDefault("conceptUri", ""))
                    .ifPresent(skill ->
                            relate(escoBroader, skill, row.getOrDefault("broaderUri", "")));
        }
    }

    private void onetTechnology(Map<String, String> row) {
        String example = row.getOrDefault("Example", "").strip();
        String code = row.getOrDefault("Commodity Code", "").strip();
        String title = row.getOrDefault("Commodity Title", "").strip();
        if (example.isEmpty() || !code.matches("[0-9]{8}") || title.isEmpty()) {
            return;
        }
        URI commodity = URI.create("urn:onet:commodity:" + code);
        URI technology =
                URI.create(
                        "urn:onet:technology:"
                                + URLEncoder.encode(example, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
        onet.putIfAbsent(commodity, new Entry(commodity, title, List.of()));
        onet.putIfAbsent(technology, new Entry(technology, example, List.of()));
        onetBroader.add(new Broader(technology, commodity));
    }

    /** The same concept stands in several files, in some without its other names. */
    private static Entry richer(Entry one, Entry other) {
        Set<String> alternatives = new LinkedHashSet<>(one.alternatives());
        alternatives.addAll(other.alternatives());
        return new Entry(one.uri(), one.label(), List.copyOf(alternatives));
    }

    private static void relate(Set<Broader> relations, URI skill, String broader) {
        uri(broader)
                .filter(other -> !other.equals(skill))
                .ifPresent(other -> relations.add(new Broader(skill, other)));
    }

    /** Some files part values by line ends, others by bars. */
    private static List<String> split(String values) {
        return Arrays.stream(values.split("\\n| \\| ", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<URI> uri(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(URI.create(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
