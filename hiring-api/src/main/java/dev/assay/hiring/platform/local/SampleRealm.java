package dev.assay.hiring.platform.local;

import java.util.UUID;

/**
 * Who is in the sample realm that the local run and the tests import into Keycloak. The ids are
 * fixed, so that sample rows can point at them before Keycloak has started. Sample logins only:
 * everybody's password is their name.
 */
public final class SampleRealm {
    /** The realm's name, last part of its issuer address. */
    public static final String NAME = "assay";

    /** Public client with password grant, for the command line. */
    public static final String CLI_CLIENT = "assay-cli";

    /** Confidential client of the console. */
    public static final String CONSOLE_CLIENT = "assay-console";

    /** Sample secret of {@link #CONSOLE_CLIENT}. */
    public static final String CONSOLE_SECRET = "assay-console-sample-secret";

    /** Partner client with service account and realm role {@code partner}. */
    public static final String PARTNER_CLIENT = "jobsphere";

    /** Sample secret of {@link #PARTNER_CLIENT}. */
    public static final String PARTNER_SECRET = "jobsphere-sample-secret";

    /** The service account of {@link #PARTNER_CLIENT}. */
    public static final UUID PARTNER_SUBJECT =
            UUID.fromString("01a20ada-2c00-790e-9bb5-6e566ac29267");

    /** Confidential client whose service account administers people. */
    public static final String PEOPLE_CLIENT = "assay-people";

    /** Sample secret of {@link #PEOPLE_CLIENT}. */
    public static final String PEOPLE_SECRET = "assay-people-sample-secret";

    private SampleRealm() {}

    /** The employers of the sample, as Keycloak organizations. */
    public enum Organization {
        HARBOR_ANALYTICS(
                "01a20ada-2c00-74f1-9237-ab1f42ea78ff", "harbor-analytics", "Harbor Analytics"),
        CEDAR_HEALTH("01a20ada-2c00-7f17-900d-a759d2ab2c8b", "cedar-health", "Cedar Health");

        private final UUID id;
        private final String alias;
        private final String displayName;

        Organization(String id, String alias, String displayName) {
            this.id = UUID.fromString(id);
            this.alias = alias;
            this.displayName = displayName;
        }

        /** What the {@code organization} claim carries as {@code id}. */
        public UUID id() {
            return id;
        }

        /** What the {@code organization} claim is keyed by. */
        public String alias() {
            return alias;
        }

        /** What people call it. */
        public String displayName() {
            return displayName;
        }
    }

    /** The people of the sample; the constant in lower case is both name and password. */
    public enum Person {
        RITA("01a20ada-2c00-7457-a238-ead62763da43", "Rita Lindqvist"),
        HANA("01a20ada-2c00-71e0-b4c5-3ec699da8497", "Hana Kovac"),
        ADA("01a20ada-2c00-7493-b867-b67468536432", "Ada Okafor"),
        OMAR("01a20ada-2c00-78c4-bfcb-d9a139336a12", "Omar Reyes"),
        SAM("01a20ada-2c00-7063-8402-ed6905942c6e", "Sam Whitlock");

        private final String subject;
        private final String displayName;

        Person(String subject, String displayName) {
            this.subject = subject;
            this.displayName = displayName;
        }

        /** The {@code sub} of their tokens. */
        public String subject() {
            return subject;
        }

        /** The {@code name} of their tokens. */
        public String displayName() {
            return displayName;
        }

        /** What they type as user name, and as password. */
        public String username() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
