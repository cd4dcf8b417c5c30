package dev.assay.hiring.testkit;

import dev.assay.hiring.platform.keycloak.KeycloakAdmin;
import dev.assay.hiring.platform.mail.MailEntry;
import dev.assay.hiring.platform.mail.MailState;
import dev.assay.hiring.platform.mail.Mails;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who are invited during a test: their mail, and their first sign-in. */
public final class Newcomers {

    private static final Pattern PASSWORD = Pattern.compile("first time: (\\S+)");

    private final ApplicationUnderTest application;

    public Newcomers(ApplicationUnderTest application) {
        this.application = application;
    }

    /** An address nobody has used. */
    public static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    /** The newest mail to this address at that employer, once it has gone out. */
    public String mailTo(Actor administrator, String address) {
        Mails mails = application.bean(Mails.class);
        Optional<MailEntry> sent =
                Eventually.get(
                        () ->
                                mails
                                        .list(administrator, Optional.empty(), new PageSize(200))
                                        .items()
                                        .stream()
                                        .filter(mail -> mail.recipient().equals(address))
                                        .filter(mail -> mail.state() == MailState.SENT)
                                        .findFirst(),
                        Optional::isPresent);
        return mails.text(administrator, sent.orElseThrow().id()).orElseThrow();
    }

    /** The password for once that a mail names. */
    public static String passwordIn(String mail) {
        Matcher password = PASSWORD.matcher(mail);
        if (!password.find()) {
            throw new AssertionError("the mail names no password: " + mail);
        }
        return Objects.requireNonNull(password.group(1));
    }

    /** A token of somebody with this address, who has chosen a password as they are asked to. */
    public String tokenOf(String address) {
        var keycloak = application.bean(KeycloakAdmin.class);
        UUID subject = keycloak.byEmail(address).orElseThrow().subject();
        TestKeycloak.get().choosePassword(subject, "a password of their own");
        return TestKeycloak.get().tokenOf(address, "a password of their own");
    }
}
