package dev.assay.admin.applications;

import dev.assay.admin.people.MailRow;
import dev.assay.admin.people.PeopleWords;
import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Assignment;
import dev.assay.hiring.dossier.Assignments;
import dev.assay.hiring.dossier.Attachment;
import dev.assay.hiring.dossier.Attachments;
import dev.assay.hiring.dossier.Consents;
import dev.assay.hiring.dossier.Note;
import dev.assay.hiring.dossier.Notes;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.dossier.Tag;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobTeams;
import dev.assay.hiring.jobs.TeamMember;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.mail.Mails;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the dossier of an application together. */
@Component
class DossierPages {

    private static final PageSize ALL = new PageSize(PageSize.MAXIMUM);
    private static final int KIB = 1024;
    private static final Set<EmployerRole> SEE_ALL =
            Set.of(EmployerRole.RECRUITER, EmployerRole.HR_ADMIN);

    private final Intake intake;
    private final Owners owners;
    private final Notes notes;
    private final Tags tags;
    private final Attachments attachments;
    private final Assignments assignments;
    private final Consents consents;
    private final Mails mails;
    private final Members members;
    private final JobTeams teams;
    private final ApplicationHeads heads;
    private final PersonNames names;
    private final PeopleWords people;
    private final Words words;
    private final Moments moments;

    DossierPages(
            Intake intake,
            Owners owners,
            Notes notes,
            Tags tags,
            Attachments attachments,
            Assignments assignments,
            Consents consents,
            Mails mails,
            Members members,
            JobTeams teams,
            ApplicationHeads heads,
            PersonNames names,
            PeopleWords people,
            Words words,
            Moments moments) {
        this.intake = intake;
        this.owners = owners;
        this.notes = notes;
        this.tags = tags;
        this.attachments = attachments;
        this.assignments = assignments;
        this.consents = consents;
        this.mails = mails;
        this.members = members;
        this.teams = teams;
        this.heads = heads;
        this.names = names;
        this.people = people;
        this.words = words;
        this.moments = moments;
    }

    /**
     * @param after where the notes go on
     * @param typed a note that could not be saved; empty otherwise
     */
    DossierPage page(Actor actor, ApplicationId id, Optional<PageCursor> after, String typed) {
        actor.require(Permission.READ_DOSSIERS);
        ApplicationView view = intake.view(actor, id);
        if (view.candidate().isEmpty()) {
            throw new NotFound("dossier");
        }
        Application application = view.application();
        Page<Note> written = notes.of(actor, id, after, PageSize.DEFAULT);
        List<Attachment> files = attachments.of(actor, id);
        UnaryOperator<String> signatures =
                names.signatures(
                        actor,
                        Stream.concat(
                                        written.items().stream().map(Note::writtenBy),
                                        files.stream().map(Attachment::addedBy))
                                .toList());
        boolean mayEdit = actor.may(Permission.EDIT_DOSSIERS);
        List<Tag> found = tags.of(actor, owners.of(actor, id));
        List<String> tagged = found.stream().map(Tag::name).toList();
        Optional<Assignment> assignment = assignments.of(actor, id);
        return new DossierPage(
                heads.of(actor, view, "dossier"),
                mayEdit,
                actor.may(Permission.SUBMIT_APPLICATIONS),
                typed,
                written.items().stream().map(note -> line(note, signatures)).toList(),
                written.next().map(PageCursor::encoded).orElse(null),
                tagged,
                Tags.fingerprint(found).hex(),
                mayEdit ? offered(actor, tagged) : List.of(),
                files.stream().map(file -> line(file, signatures)).toList(),
                keeper(actor, assignment),
                Assignment.fingerprint(assignment).hex(),
                mayEdit ? colleagues(actor, application.job()) : List.of(),
                consents(actor, application.candidate()),
                notices(actor, application.candidate()));
    }

    private DossierPage.NoteLine line(Note note, UnaryOperator<String> signatures) {
        return new DossierPage.NoteLine(
                note.id().toString(),
                note.text().orElse(null),
                note.withdrawnAt().isPresent(),
                signatures.apply(note.writtenBy()),
                moments.of(note.writtenAt()));
    }

    private DossierPage.FileLine line(Attachment file, UnaryOperator<String> signatures) {
        return new DossierPage.FileLine(
                file.id().toString(),
                file.name(),
                words.sayOr("file.kind." + file.mediaType(), "file.kind"),
                size(file.size()),
                signatures.apply(file.addedBy()),
                moments.of(file.addedAt()));
    }

    /** In the largest unit that leaves a figure before the point. */
    static String size(int bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? Math.ceilDiv(bytes, KIB) + " KiB"
                : String.format(Locale.ENGLISH, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    private List<String> offered(Actor actor, List<String> tagged) {
        return tags.list(actor, Optional.empty(), ALL).items().stream()
                .filter(tag -> !tag.retired())
                .map(Tag::name)
                .filter(name -> !tagged.contains(name))
                .toList();
    }

    private DossierPage.@Nullable Keeper keeper(Actor actor, Optional<Assignment> assignment) {
        return assignment
                .map(one ->
                        new DossierPage.Keeper(
                                one.member().toString(),
                                names.of(actor, one.member()),
                                moments.of(one.assignedAt())))
                .orElse(null);
    }

    /** The hiring team, and those who see every application; by name. */
    private List<DossierPage.Colleague> colleagues(Actor actor, JobId job) {
        Map<String, Member> known = new LinkedHashMap<>();
        Stream.concat(
                        teams.of(actor, job).stream().map(TeamMember::member),
                        members.list(actor, Optional.empty(), ALL).items().stream()
                                .filter(member ->
                                        member.roles().stream().anyMatch(SEE_ALL::contains)))
                .forEach(member -> known.putIfAbsent(member.id().toString(), member));
        return known.values().stream()
                .map(member ->
                        new DossierPage.Colleague(member.id().toString(), PersonNames.of(member)))
                .sorted(Comparator.comparing(DossierPage.Colleague::name))
                .toList();
    }

    private List<DossierPage.ConsentLine> consents(Actor actor, CandidateId candidate) {
        return consents.of(actor, candidate).stream()
                .map(one ->
                        new DossierPage.ConsentLine(
                                one.id().toString(),
                                one.purpose(),
                                one.textVersion(),
                                moments.of(one.givenAt()),
                                one.withdrawnAt().map(moments::of).orElse(null)))
                .toList();
    }

    private List<MailRow> notices(Actor actor, CandidateId candidate) {
        return mails
                .about(actor, candidate.person(), Optional.empty(), PageSize.DEFAULT)
                .items()
                .stream()
                .map(people::row)
                .toList();
    }
}
