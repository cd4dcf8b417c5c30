package dev.assay.hiring.interviews;

import static dev.assay.db.jooq.Tables.SCORECARD;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.skills.SkillId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Figures in plain text, words sealed under the candidate's key. */
@Repository
class ScorecardRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    ScorecardRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when this interviewer has handed one in for the phase. */
    boolean insert(EmployerId employer, Scorecard card, PersonKeys keys) {
        PersonId person = card.candidate().person();
        return sql.insertInto(SCORECARD)
                        .set(SCORECARD.EMPLOYER_ID, employer.value())
                        .set(SCORECARD.ID, card.id())
                        .set(SCORECARD.APPLICATION_ID, card.application().value())
                        .set(SCORECARD.CANDIDATE_ID, card.candidate().value())
                        .set(SCORECARD.PHASE, card.phase())
                        .set(SCORECARD.INTERVIEWER, card.interviewer())
                        .set(SCORECARD.RECOMMENDATION, card.recommendation().wireName())
                        .set(
                                SCORECARD.RATINGS,
                                JSONB.jsonb(
                                        json.writeValueAsString(
                                                card.attributes().stream()
                                                        .map(Figure::of)
                                                        .toList())))
                        .set(
                                SCORECARD.SEALED_WORDS,
                                keys.seal(person, json.writeValueAsBytes(Words.of(card))))
                        .set(SCORECARD.SUBMITTED_AT, card.submittedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Oldest first; without words where the key is gone. */
    List<Scorecard> of(EmployerId employer, ApplicationId application, PersonKeys keys) {
        return where(employer, SCORECARD.APPLICATION_ID.eq(application.value()), keys);
    }

    List<Scorecard> ofCandidate(EmployerId employer, CandidateId candidate, PersonKeys keys) {
        return where(employer, SCORECARD.CANDIDATE_ID.eq(candidate.value()), keys);
    }

    private List<Scorecard> where(EmployerId employer, Condition which, PersonKeys keys) {
        return sql.select(
                        SCORECARD.ID,
                        SCORECARD.APPLICATION_ID,
                        SCORECARD.CANDIDATE_ID,
                        SCORECARD.PHASE,
                        SCORECARD.INTERVIEWER,
                        SCORECARD.RECOMMENDATION,
                        SCORECARD.RATINGS,
                        SCORECARD.SEALED_WORDS,
                        SCORECARD.SUBMITTED_AT)
                .from(SCORECARD)
                .where(SCORECARD.EMPLOYER_ID.eq(employer.value()), which)
                .orderBy(SCORECARD.ID)
                .fetch(row -> scorecard(row, keys));
    }

    private Scorecard scorecard(Record row, PersonKeys keys) {
        CandidateId candidate = new CandidateId(row.get(SCORECARD.CANDIDATE_ID));
        Words words =
                Optional.ofNullable(row.get(SCORECARD.SEALED_WORDS))
                        .flatMap(sealed -> keys.open(candidate.person(), sealed))
                        .map(bytes -> json.readValue(bytes, Words.class))
                        .orElse(new Words(null, Map.of()));
        List<Figure> figures =
                List.of(json.readValue(row.get(SCORECARD.RATINGS).data(), Figure[].class));
        return new Scorecard(
                row.get(SCORECARD.ID),
                new ApplicationId(row.get(SCORECARD.APPLICATION_ID)),
                candidate,
                row.get(SCORECARD.PHASE),
                row.get(SCORECARD.INTERVIEWER),
                Impression.ofWireName(row.get(SCORECARD.RECOMMENDATION)),
                figures.stream().map(figure -> figure.with(words)).toList(),
                Optional.ofNullable(words.note()),
                row.get(SCORECARD.SUBMITTED_AT));
    }

    private record Figure(UUID skill, Impression impression, @Nullable UUID evidence) {

        static Figure of(Scorecard.Attribute attribute) {
            return new Figure(
                    attribute.skill().value(),
                    attribute.impression(),
                    attribute.evidenceId().orElse(null));
        }

        Scorecard.Attribute with(Words words) {
            return new Scorecard.Attribute(
                    new SkillId(skill),
                    impression,
                    Optional.ofNullable(evidence),
                    Optional.ofNullable(words.notes().get(skill)));
        }
    }

    private record Words(@Nullable String note, Map<UUID, String> notes) {

        static Words of(Scorecard card) {
            Map<UUID, String> notes = new java.util.HashMap<>();
            card.attributes()
                    .forEach(one ->
                            one.note().ifPresent(note -> notes.put(one.skill().value(), note)));
            return new Words(card.note().orElse(null), notes);
        }
    }
}
