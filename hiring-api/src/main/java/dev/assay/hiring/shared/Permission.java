package dev.assay.hiring.shared;

import static dev.assay.hiring.shared.EmployerRole.AUDITOR;
import static dev.assay.hiring.shared.EmployerRole.HIRING_TEAM;
import static dev.assay.hiring.shared.EmployerRole.HR_ADMIN;
import static dev.assay.hiring.shared.EmployerRole.RECRUITER;

import java.util.EnumSet;
import java.util.Set;

/** What an actor may do at their employer, and which roles carry it. */
public enum Permission {
    VERIFY_CREDENTIALS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    READ_JOBS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR), true),
    EDIT_JOBS(EnumSet.of(RECRUITER, HR_ADMIN)),
    /** Somebody else's draft, where the employer wants that before it opens. */
    APPROVE_JOBS(EnumSet.of(HR_ADMIN)),
    /** How the employer's hirings go: stage templates, reasons, words for tags, approvals. */
    EDIT_PIPELINE(EnumSet.of(HR_ADMIN)),
    READ_APPLICATIONS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR), true),
    SUBMIT_APPLICATIONS(EnumSet.of(RECRUITER, HR_ADMIN)),
    MOVE_APPLICATIONS(EnumSet.of(RECRUITER, HR_ADMIN)),
    /** Notes, tags, files, consents and notices: the recruiters', and not a hiring team's. */
    READ_DOSSIERS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_DOSSIERS(EnumSet.of(RECRUITER, HR_ADMIN)),
    EDIT_CANDIDATES(EnumSet.of(RECRUITER, HR_ADMIN)),
    /**
     * While somebody is reviewed blind: to be told who it is, and to end that earlier than said.
     */
    UNMASK_CANDIDATES(EnumSet.of(HR_ADMIN)),
    /** Whoever holds a candidate's link acts as the candidate. */
    ISSUE_CANDIDATE_LINKS(EnumSet.of(RECRUITER, HR_ADMIN)),
    READ_DISPUTES(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_DISPUTES(EnumSet.of(RECRUITER, HR_ADMIN)),
    SAVE_SEARCHES(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    /** Those that somebody else shared. */
    EDIT_SHARED_SEARCHES(EnumSet.of(HR_ADMIN)),
    EXPORT_PERSONS(EnumSet.of(HR_ADMIN)),
    ERASE_PERSONS(EnumSet.of(HR_ADMIN)),
    READ_ISSUERS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_ISSUERS(EnumSet.of(HR_ADMIN)),
    READ_MAPPINGS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_MAPPINGS(EnumSet.of(HR_ADMIN)),
    READ_POLICIES(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_POLICIES(EnumSet.of(HR_ADMIN)),
    READ_RUBRICS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_RUBRICS(EnumSet.of(RECRUITER, HR_ADMIN)),
    /** Who works in a job can tell what somebody does well in it. */
    RECORD_EVIDENCE(EnumSet.of(RECRUITER, HR_ADMIN), true),
    SUBMIT_SCORECARDS(EnumSet.of(RECRUITER, HR_ADMIN), true),
    SCHEDULE_INTERVIEWS(EnumSet.of(RECRUITER, HR_ADMIN)),
    /** What candidates need says things about them that nobody who decides should know. */
    HANDLE_ACCOMMODATIONS(EnumSet.of(HR_ADMIN)),
    READ_EVENTS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    READ_AUDIT(EnumSet.of(HR_ADMIN, AUDITOR)),
    READ_OPERATIONS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    CANCEL_OPERATIONS(EnumSet.of(RECRUITER, HR_ADMIN)),
    CANCEL_ANY_OPERATION(EnumSet.of(HR_ADMIN)),
    /** Published vocabularies, the same for every employer: a job cannot be read without. */
    READ_SKILLS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR, HIRING_TEAM)),
    /** The employer's own, beside the published ones. */
    EDIT_SKILLS(EnumSet.of(HR_ADMIN)),
    IMPORT_SKILLS(EnumSet.of(HR_ADMIN)),
    READ_MAIL(EnumSet.of(HR_ADMIN)),
    READ_MEMBERS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    MANAGE_MEMBERS(EnumSet.of(HR_ADMIN)),
    EDIT_TEAMS(EnumSet.of(RECRUITER, HR_ADMIN)),
    ATTEST_EMAILS(EnumSet.of(RECRUITER, HR_ADMIN)),
    READ_TRAINING(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    ESTIMATE_TRAINING(EnumSet.of(RECRUITER, HR_ADMIN)),
    READ_INSIGHTS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_TRAINING(EnumSet.of(HR_ADMIN)),
    READ_OFFERS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    EDIT_OFFERS(EnumSet.of(RECRUITER, HR_ADMIN)),
    EDIT_OFFER_RULE(EnumSet.of(HR_ADMIN)),
    /** Without what was offered; who worked with a hire is who can say how they do. */
    READ_HIRES(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR), true),
    EDIT_HIRES(EnumSet.of(RECRUITER, HR_ADMIN)),
    RATE_HIRES(EnumSet.of(RECRUITER, HR_ADMIN), true),
    READ_PARTNERS(EnumSet.of(RECRUITER, HR_ADMIN, AUDITOR)),
    MANAGE_PARTNERS(EnumSet.of(HR_ADMIN)),
    READ_WEBHOOKS(EnumSet.of(HR_ADMIN, AUDITOR)),
    MANAGE_WEBHOOKS(EnumSet.of(HR_ADMIN)),
    /** A partner's, like the next two: no role carries it, an employer's grant does. */
    PULL_POSTINGS(EnumSet.noneOf(EmployerRole.class)),
    SEND_APPLICATIONS(EnumSet.noneOf(EmployerRole.class)),
    FOLLOW_APPLICATIONS(EnumSet.noneOf(EmployerRole.class));

    private final Set<EmployerRole> roles;
    private final boolean heldByTeams;

    Permission(Set<EmployerRole> roles) {
        this(roles, false);
    }

    Permission(Set<EmployerRole> roles, boolean heldByTeams) {
        this.roles = roles;
        this.heldByTeams = heldByTeams;
    }

    /** Whether a hiring team holds it, for its own job. */
    boolean isHeldByTeams() {
        return heldByTeams;
    }

    /** Whether only partners hold it, by grants of employers, and no person. */
    public boolean isForPartners() {
        return roles.isEmpty();
    }

    /** The roles that carry this permission for all of an employer. */
    public Set<EmployerRole> roles() {
        return EnumSet.copyOf(roles);
    }

    boolean carriedByAny(Set<EmployerRole> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
