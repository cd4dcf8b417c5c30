package dev.assay.hiring.sample;

import dev.assay.hiring.members.Members;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.OrganizationsClaim;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.skills.Skills;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Puts the sample in before the application counts as ready. Done once for each employer: its
 * people get their roles last, all at once, so nobody sees a half-made sample, and once they have
 * them nothing is ever added or put back. A start that was killed in between is finished by the
 * next.
 */
@Component
@Profile("sample")
class SampleSeeding implements ApplicationRunner {

    private final Employers employers;
    private final Members members;
    private final Skills skills;
    private final SamplePostings postings;
    private final Partners partners;

    SampleSeeding(
            Employers employers,
            Members members,
            Skills skills,
            SamplePostings postings,
            Partners partners) {
        this.employers = employers;
        this.members = members;
        this.skills = skills;
        this.postings = postings;
        this.partners = partners;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<SampleEmployer> missing =
                SampleEmployer.all().stream().filter(sample -> !isSeeded(sample)).toList();
        if (missing.isEmpty()) {
            return;
        }
        skills.add(Arrays.stream(SampleSkill.values()).map(SampleSkill::asNewSkill).toList());
        missing.forEach(this::seed);
    }

    private void seed(SampleEmployer sample) {
        Employer employer =
                employers.establish(
                        new EmployerId(NewIds.next()),
                        sample.organization().alias(),
                        sample.organization().displayName(),
                        sample.organization().id().toString());
        postings.complete(sample, employer.id());
        Map<UUID, EmployerRole> roles = new LinkedHashMap<>();
        sample.people().forEach((person, role) -> roles.put(subject(person), role));
        var seeding = new Actor.Service(employer.id(), "sample");
        if (sample.organization() == Organization.HARBOR_ANALYTICS) {
            partners.adopt(
                    seeding,
                    SampleRealm.PARTNER_CLIENT,
                    SampleRealm.PARTNER_SUBJECT,
                    "Jobsphere (sample)");
        }
        members.adopt(seeding, roles);
    }

    private boolean isSeeded(SampleEmployer sample) {
        var claim =
                new OrganizationsClaim(
                        List.of(
                                new OrganizationsClaim.Organization(
                                        sample.organization().alias(),
                                        Optional.of(sample.organization().id().toString()))));
        return sample.people().keySet().stream()
                .anyMatch(person -> !employers.of(subject(person), claim).isEmpty());
    }

    static UUID subject(Person person) {
        return UUID.fromString(person.subject());
    }
}
