package dev.assay.hiring.offers;

import static dev.assay.db.jooq.Tables.OFFER;
import static dev.assay.db.jooq.Tables.OFFER_RULE;
import static dev.assay.db.jooq.Tables.OFFER_TRANSITION;
import static org.jooq.impl.DSL.min;

import dev.assay.db.jooq.tables.records.OfferRecord;
import dev.assay.db.jooq.tables.records.OfferTransitionRecord;
import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Offers, their moves, and the rule by which they are approved. */
@Repository
class OfferRepository {

    private static final List<String> OPEN =
            Arrays.stream(OfferState.values())
                    .filter(OfferState::isOpen)
                    .map(OfferState::wireName)
                    .toList();

    private final DSLContext sql;

    OfferRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the application has an open or accepted one already. */
    boolean insert(EmployerId employer, Offer offer) {
        OfferContent content = offer.content().orElseThrow();
        return sql.insertInto(OFFER)
                        .set(OFFER.EMPLOYER_ID, employer.value())
                        .set(OFFER.ID, offer.id().value())
                        .set(OFFER.APPLICATION_ID, offer.application().value())
                        .set(OFFER.STATE, offer.state().wireName())
                        .set(OFFER.AMOUNT, content.amount())
                        .set(OFFER.USUAL_AMOUNT, content.usualAmount().orElse(null))
                        .set(OFFER.CURRENCY, content.currency().getCurrencyCode())
                        .set(OFFER.PAY_UNIT, content.unit().name())
                        .set(OFFER.STARTS_ON, content.startsOn())
                        .set(OFFER.EXPIRES_ON, content.expiresOn().orElse(null))
                        .set(OFFER.WRITTEN_BY, offer.writtenBy())
                        .set(OFFER.CREATED_AT, offer.createdAt())
                        .set(OFFER.CHANGED_AT, offer.changedAt())
                        .set(OFFER.VERSION, offer.version().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when it is no longer at the version before. */
    boolean update(EmployerId employer, Offer offer) {
        OfferContent content = offer.content().orElseThrow();
        return sql.update(OFFER)
                        .set(OFFER.STATE, offer.state().wireName())
                        .set(OFFER.AMOUNT, content.amount())
                        .set(OFFER.USUAL_AMOUNT, content.usualAmount().orElse(null))
                        .set(OFFER.CURRENCY, content.currency().getCurrencyCode())
                        .set(OFFER.PAY_UNIT, content.unit().name())
                        .set(OFFER.STARTS_ON, content.startsOn())
                        .set(OFFER.EXPIRES_ON, content.expiresOn().orElse(null))
                        .set(OFFER.ESTIMATE_ID, offer.estimate().orElse(null))
                        .set(OFFER.CEILING_PERCENT, offer.ceilingPercent().orElse(null))
                        .set(OFFER.WRITTEN_BY, offer.writtenBy())
                        .set(OFFER.APPROVED_BY, offer.approvedBy().orElse(null))
                        .set(OFFER.CHANGED_AT, offer.changedAt())
                        .set(OFFER.VERSION, offer.version().value())
                        .where(before(employer, offer))
                        .execute()
                == 1;
    }

    /** Moves alone, as background work may; false when it is no longer at the version before. */
    boolean end(EmployerId employer, Offer offer) {
        return sql.update(OFFER)
                        .set(OFFER.STATE, offer.state().wireName())
                        .set(OFFER.CHANGED_AT, offer.changedAt())
                        .set(OFFER.VERSION, offer.version().value())
                        .where(before(employer, offer))
                        .execute()
                == 1;
    }

    private static Condition before(EmployerId employer, Offer offer) {
        return OFFER.EMPLOYER_ID
                .eq(employer.value())
                .and(OFFER.ID.eq(offer.id().value()))
                .and(OFFER.VERSION.eq(offer.version().value() - 1));
    }

    Optional<Offer> find(EmployerId employer, OfferId id) {
        return sql.selectFrom(OFFER)
                .where(OFFER.EMPLOYER_ID.eq(employer.value()), OFFER.ID.eq(id.value()))
                .fetchOptional(OfferRepository::offer);
    }

    /** The one of an application that may still come to something, against changes. */
    Optional<Offer> holdOpen(EmployerId employer, ApplicationId application) {
        return sql.selectFrom(OFFER)
                .where(
                        OFFER.EMPLOYER_ID.eq(employer.value()),
                        OFFER.APPLICATION_ID.eq(application.value()),
                        OFFER.STATE.in(OPEN))
                .forUpdate()
                .fetchOptional(OfferRepository::offer);
    }

    List<Offer> of(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.selectFrom(OFFER)
                .where(
                        OFFER.EMPLOYER_ID.eq(employer.value()),
                        OFFER.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .orderBy(OFFER.ID)
                .fetch(OfferRepository::offer);
    }

    Page<Offer> page(
            EmployerId employer,
            Optional<ApplicationId> application,
            Optional<OfferState> state,
            Optional<PageCursor> after,
            PageSize size) {
        Condition matching = OFFER.EMPLOYER_ID.eq(employer.value());
        if (application.isPresent()) {
            matching = matching.and(OFFER.APPLICATION_ID.eq(application.get().value()));
        }
        if (state.isPresent()) {
            matching = matching.and(OFFER.STATE.eq(state.get().wireName()));
        }
        Keyset order = Keyset.newestFirst(OFFER.CREATED_AT, OFFER.ID);
        List<Offer> rows =
                sql.selectFrom(OFFER)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(OfferRepository::offer);
        return Page.of(rows, size, last -> PageCursor.of(last.createdAt(), last.id()));
    }

    /** Extended ones whose last day is over, oldest first, against changes. */
    List<Offer> holdExpired(EmployerId employer, LocalDate today, int most) {
        return sql.selectFrom(OFFER)
                .where(
                        OFFER.EMPLOYER_ID.eq(employer.value()),
                        OFFER.STATE.eq(OfferState.EXTENDED.wireName()),
                        OFFER.EXPIRES_ON.lt(today))
                .orderBy(OFFER.EXPIRES_ON, OFFER.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(OfferRepository::offer);
    }

    /** The earliest last day of an extended one. */
    Optional<LocalDate> nextExpiry(EmployerId employer) {
        return sql.select(min(OFFER.EXPIRES_ON))
                .from(OFFER)
                .where(
                        OFFER.EMPLOYER_ID.eq(employer.value()),
                        OFFER.STATE.eq(OfferState.EXTENDED.wireName()))
                .fetchOptional(row -> row.value1());
    }

    void insert(EmployerId employer, OfferMove move) {
        sql.insertInto(OFFER_TRANSITION)
                .set(OFFER_TRANSITION.EMPLOYER_ID, employer.value())
                .set(OFFER_TRANSITION.ID, move.id())
                .set(OFFER_TRANSITION.OFFER_ID, move.offer().value())
                .set(OFFER_TRANSITION.FROM_STATE, move.from().wireName())
                .set(OFFER_TRANSITION.TO_STATE, move.to().wireName())
                .set(OFFER_TRANSITION.MOVED_AT, move.movedAt())
                .set(OFFER_TRANSITION.MOVED_BY, move.movedBy())
                .execute();
    }

    /** In the order they were made. */
    Page<OfferMove> moves(
            EmployerId employer, OfferId offer, Optional<PageCursor> after, PageSize size) {
        Condition matching =
                OFFER_TRANSITION
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(OFFER_TRANSITION.OFFER_ID.eq(offer.value()));
        Keyset order = Keyset.oldestFirst(OFFER_TRANSITION.MOVED_AT, OFFER_TRANSITION.ID);
        List<OfferMove> rows =
                sql.selectFrom(OFFER_TRANSITION)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(OfferRepository::move);
        return Page.of(rows, size, last -> PageCursor.of(last.movedAt(), last.id()));
    }

    Optional<ApprovalRule> rule(EmployerId employer) {
        return sql.select(OFFER_RULE.APPROVAL_BY_ANOTHER, OFFER_RULE.VERSION)
                .from(OFFER_RULE)
                .where(OFFER_RULE.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> new ApprovalRule(row.value1(), new Version(row.value2())));
    }

    /** False when somebody else has said it first, or changed it since. */
    boolean setRule(EmployerId employer, ApprovalRule rule, Instant at, String by) {
        return sql.insertInto(OFFER_RULE)
                        .set(OFFER_RULE.EMPLOYER_ID, employer.value())
                        .set(OFFER_RULE.APPROVAL_BY_ANOTHER, rule.byAnother())
                        .set(OFFER_RULE.CHANGED_AT, at)
                        .set(OFFER_RULE.CHANGED_BY, by)
                        .set(OFFER_RULE.VERSION, rule.version().value())
                        .onConflict(OFFER_RULE.EMPLOYER_ID)
                        .doUpdate()
                        .set(OFFER_RULE.APPROVAL_BY_ANOTHER, rule.byAnother())
                        .set(OFFER_RULE.CHANGED_AT, at)
                        .set(OFFER_RULE.CHANGED_BY, by)
                        .set(OFFER_RULE.VERSION, rule.version().value())
                        .where(
                                OFFER_RULE.EMPLOYER_ID.eq(employer.value()),
                                OFFER_RULE.VERSION.eq(rule.version().value() - 1))
                        .execute()
                == 1;
    }

    /** What somebody was offered is theirs; that there was an offer is the employer's. */
    void emptyContent(EmployerId employer, Collection<ApplicationId> applications) {
        sql.update(OFFER)
                .setNull(OFFER.AMOUNT)
                .setNull(OFFER.USUAL_AMOUNT)
                .setNull(OFFER.STARTS_ON)
                .setNull(OFFER.EXPIRES_ON)
                .where(
                        OFFER.EMPLOYER_ID.eq(employer.value()),
                        OFFER.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .execute();
    }

    private static Offer offer(OfferRecord row) {
        return new Offer(
                new OfferId(row.getId()),
                new ApplicationId(row.getApplicationId()),
                OfferState.ofWireName(row.getState()).orElseThrow(),
                content(row),
                Optional.ofNullable(row.getEstimateId()),
                Optional.ofNullable(row.getCeilingPercent()),
                row.getWrittenBy(),
                Optional.ofNullable(row.getApprovedBy()),
                row.getCreatedAt(),
                row.getChangedAt(),
                new Version(row.getVersion()));
    }

    private static Optional<OfferContent> content(OfferRecord row) {
        @Nullable BigDecimal amount = row.getAmount();
        @Nullable LocalDate start = row.getStartsOn();
        return amount == null || start == null
                ? Optional.empty()
                : Optional.of(
                        new OfferContent(
                                amount,
                                Optional.ofNullable(row.getUsualAmount()),
                                Currency.getInstance(row.getCurrency()),
                                PayUnit.valueOf(row.getPayUnit()),
                                start,
                                Optional.ofNullable(row.getExpiresOn())));
    }

    private static OfferMove move(OfferTransitionRecord row) {
        return new OfferMove(
                row.getId(),
                new OfferId(row.getOfferId()),
                OfferState.ofWireName(row.getFromState()).orElseThrow(),
                OfferState.ofWireName(row.getToState()).orElseThrow(),
                row.getMovedAt(),
                row.getMovedBy());
    }
}
