package dev.assay.hiring.postings;

import dev.assay.hiring.platform.privacy.LinkSigner;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.shared.EmployerId;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Where postings are on the web. An address ends with the job's id, so that it goes on leading
 * there whatever the title becomes; and may say, signed, by which partner somebody came.
 */
@Component
public class PostingAddresses {

    /** The parameter that says by which partner somebody came. */
    public static final String SOURCE = "src";

    private static final String PURPOSE = "posting-source";
    private static final int ID_LENGTH = 36;
    private static final int LONGEST_WORDS = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private final PublicAddress address;
    private final LinkSigner signer;

    PostingAddresses(PublicAddress address, LinkSigner signer) {
        this.address = address;
        this.signer = signer;
    }

    /** The page of a posting. */
    public URI page(Posting posting) {
        return address.of(path(posting));
    }

    /** The page of a posting, as a partner shows it. */
    public URI page(Posting posting, UUID partner) {
        return address.of(
                path(posting)
                        + "?"
                        + SOURCE
                        + "="
                        + signer.sign(PURPOSE, posting.employer().id().value(), partner));
    }

    /** Where all of this installation's pages are. */
    public URI home() {
        return address.of("/");
    }

    /** The address of a page of ours. */
    public URI of(String path) {
        return address.of(path);
    }

    /** The partner by which somebody came to this employer's page; empty when nobody says so. */
    public Optional<UUID> partner(EmployerId employer, String source) {
        return signer.read(PURPOSE, source)
                .filter(signed -> signed.employer().equals(employer.value()))
                .map(LinkSigner.Signed::id);
    }

    static String path(Posting posting) {
        return "/jobs/"
                + posting.employer().alias()
                + "/"
                + slug(posting.job().content().title(), posting.job().id().value());
    }

    static String slug(String title, UUID job) {
        String plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        String words = NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
        String bare = ENDS.matcher(cut).replaceAll("");
        return bare.isEmpty() ? job.toString() : bare + "-" + job;
    }

    /** The job an address is about; empty when it is none of ours. */
    public static Optional<UUID> job(String slug) {
        if (slug.length() < ID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(slug.substring(slug.length() - ID_LENGTH)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
