package dev.assay.hiring.postings;

/**
 * Something that an outlet has against a posting.
 *
 * @param rejected whether the posting is not taken there; otherwise it is shown to fewer people
 * @param pointer where it is, as in the job's JSON, or the employer profile's for {@link
 *     Code#ofEmployer}
 */
public record PostingFault(Outlet outlet, Code code, boolean rejected, String pointer) {

    /** What there is; stable. */
    public enum Code {
        PLACE_MISSING("place-missing", "Name at least one place of work.", false),
        CITY_MISSING("city-missing", "Name the city of each place of work.", false),
        REGION_MISSING("region-missing", "Name the state or region of each place of work.", false),
        COUNTRY_MISSING("country-missing", "Name the country of each place of work.", false),
        LINKEDIN_COMPANY_MISSING(
                "linkedin-company-missing",
                "An HR admin has to put your company's number at LinkedIn into the employer profile.",
                true),
        WEBSITE_MISSING(
                "website-missing",
                "An HR admin can put your website into the employer profile; it tells search engines who is hiring.",
                true),
        LOGO_MISSING(
                "logo-missing",
                "An HR admin can put the address of your logo into the employer profile.",
                true),
        PAY_MISSING(
                "pay-missing", "Postings that name a pay range are shown to more people.", false),
        LAST_DAY_MISSING(
                "last-day-missing",
                "Name the last day to apply, so that the posting is not taken for a stale one.",
                false);

        private final String wireName;
        private final String meaning;
        private final boolean ofEmployer;

        Code(String wireName, String meaning, boolean ofEmployer) {
            this.wireName = wireName;
            this.meaning = meaning;
            this.ofEmployer = ofEmployer;
        }

        public String wireName() {
            return wireName;
        }

        /** In words, for people: what to do. */
        public String meaning() {
            return meaning;
        }

        /** Whether it is about the employer profile, and all its postings alike. */
        public boolean ofEmployer() {
            return ofEmployer;
        }
    }
}
