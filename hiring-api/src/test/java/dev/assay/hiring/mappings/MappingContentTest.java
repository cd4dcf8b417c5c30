package dev.assay.hiring.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Result;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappingContentTest {

    private static final String ID = "https://school.example/achievements/sql";

    @Test
    void goesByTheIdWhereThereIsOneAndByTheNameOtherwise() {
        assertThat(content(ID, "Databases").isAbout(achievement(ID, "Other"))).isTrue();
        assertThat(content(ID, "Databases").isAbout(achievement(ID + "2", "Databases"))).isFalse();
        assertThat(content(null, " databases ").isAbout(achievement("x", "Databases"))).isTrue();
        assertThat(content(null, "Databases").isAbout(achievement(ID, "Databases 2"))).isFalse();
    }

    @Test
    void prefersTheMappingThatNamesTheId() {
        CredentialMapping byName = mapping(content(null, "Databases"));
        CredentialMapping byId = mapping(content(ID, null));

        assertThat(CredentialMapping.about(achievement(ID, "Databases"), List.of(byName, byId)))
                .contains(byId);
        assertThat(CredentialMapping.about(achievement("x", "Databases"), List.of(byName, byId)))
                .contains(byName);
        assertThat(CredentialMapping.about(achievement("x", "Else"), List.of(byName, byId)))
                .isEmpty();
    }

    @Test
    void readsTheHighestLevelThatWasReached() {
        MappingContent content = content(ID, null);

        assertThat(content.levelOf(List.of(result("B", "Completed"), result("c", null))))
                .isEqualTo(OptionalInt.of(4));
        assertThat(content.levelOf(List.of(result("A", "Failed"), result("C", null))))
                .isEqualTo(OptionalInt.of(3));
        assertThat(content.levelOf(List.of(result("D", null)))).isEmpty();
        assertThat(content.levelOf(List.of())).isEmpty();
    }

    @Test
    void takesNobodyForHavingReachedWhatEachResultDenies() {
        assertThat(MappingContent.isReached(List.of())).isTrue();
        assertThat(MappingContent.isReached(List.of(result("A", "Failed")))).isFalse();
        assertThat(
                        MappingContent.isReached(
                                List.of(result("A", "Failed"), result("B", "Completed"))))
                .isTrue();
    }

    @Test
    void namesWhatIsSaidTwiceOrNotAtAll() {
        SkillId skill = new SkillId(new UUID(1, 1));
        var content =
                new MappingContent(
                        new IssuerId(new UUID(2, 2)),
                        null,
                        null,
                        List.of(
                                new MappedSkill(skill, 10_000, null),
                                new MappedSkill(skill, 5_000, 2)),
                        List.of(new ResultLevel("A", 5), new ResultLevel(" a", 4)),
                        false,
                        null);

        assertThatThrownBy(content::requireSound)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(InvalidInput.Fault::pointer)
                                        .containsExactly(
                                                "/achievement",
                                                "/skills/1/skill",
                                                "/levels/1/result"));
    }

    private static MappingContent content(@Nullable String id, @Nullable String name) {
        return new MappingContent(
                new IssuerId(new UUID(2, 2)),
                id,
                name,
                List.of(),
                List.of(new ResultLevel("A", 5), new ResultLevel("B", 4), new ResultLevel("C", 3)),
                false,
                null);
    }

    private static CredentialMapping mapping(MappingContent content) {
        return new CredentialMapping(
                new MappingId(UUID.randomUUID()),
                content,
                "person:x",
                Version.FIRST,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Achievement achievement(String id, String name) {
        return new Achievement(
                id, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Result result(String value, @Nullable String status) {
        return new Result(
                Optional.empty(),
                Optional.of(value),
                Optional.empty(),
                Optional.ofNullable(status));
    }
}
