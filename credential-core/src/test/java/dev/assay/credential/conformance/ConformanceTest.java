package dev.assay.credential.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Writes down what we say to every published document, file by file, and fails when that is no
 * longer what {@code docs/conformance.md} says. With {@code -Dassay.test.conformance=record} it
 * writes the document anew, for a person to look at what changed.
 */
class ConformanceTest {

    private static final String INTRODUCTION =
            """
            # Published test material

            What others published, and what our verifier says to it. `ConformanceTest` writes this document and fails when it no longer holds
            (`-Dassay.test.conformance=record` writes it anew). The files lie beside the source tree (`../shared/fixtures`) and are never copied;
            where they are absent the tests say that they were skipped. The expectations are **ours**: a signature that fits says nothing about
            who made it, so most of these documents are not `verified` until a test serves a document in which the issuer lists the key.

            ## Suites

            | Material | Cases | Test | What holds |
            |---|---|---|---|
            """;

    private static final String TABLES =
            """

            ## File by file

            Verified at 2026-06-01T12:00:00Z with nothing to be had from outside but what is named. "Not passed" lists each check that failed or stayed
            undecided (with a question mark), and its code; checks that passed or do not apply are left out. Files that others made to be rejected have `err` or `invalid`
            in their names; what they break there may be nothing that we read, such as an extension of Open Badges 2.0.
            """;

    private static final String NOT_RUN =
            """

            ## Not run

            - The JSON serialization that two case definitions of SD-JWT ask for: their claims are checked in the compact form.
            - The holder's key of the case definitions: their proofs are made with a key of ours.
            """;

    @Test
    void isWhatTheDocumentSays() throws IOException {
        var root = Fixtures.folder("");
        var document = Path.of(System.getProperty("assay.root", ".."), "docs/conformance.md");
        var text = INTRODUCTION + suites(root) + TABLES + tables(root) + NOT_RUN;
        if ("record".equals(System.getProperty("assay.test.conformance"))) {
            Files.writeString(document, text);
        }

        assertThat(Files.readString(document)).isEqualTo(text);
    }

    private static String suites(Path root) {
        var canonical = Fixtures.json(root.resolve("rdf-canon/manifest.jsonld")).path("entries");
        return row(
                        "W3C RDF Dataset Canonicalization",
                        canonical.size() + ", both digests",
                        "RdfCanonVectorsTest",
                        "byte-equal; the poison graph ends in the work budget")
                + row(
                        "RFC 8785 (JCS)",
                        String.valueOf(Fixtures.files(root.resolve("jcs/input"), ".json").size()),
                        "JcsTest",
                        "byte-equal")
                + row(
                        "W3C VC-DI-EdDSA",
                        "8, with the intermediates",
                        "EddsaVectorsTest",
                        "proof passes, 2 sets and 2 chains too; key binding fails until the issuer"
                                + " lists the key")
                + row(
                        "W3C VC-DI-ECDSA, `rdfc` and `jcs`, P-256 and P-384",
                        "6, with the intermediates",
                        "EcdsaVectorsTest",
                        "the same; one changed member or another key fails")
                + row(
                        "W3C VC-DI-ECDSA, `ecdsa-sd-2023`",
                        "2 derived documents",
                        "EcdsaVectorsTest",
                        "proof passes; altering, leaving out or adding a statement fails; the"
                                + " holder's base proof is no proof to show")
                + row(
                        "1EdTech baked images (OB 2.0, 3.0)",
                        "7",
                        "BakedImageTest",
                        "the badge is read")
                + row(
                        "1EdTech Open Badges 3.0, bitstring status",
                        "2",
                        "StatusListsTest",
                        "revoked")
                + row(
                        "Token Status List, draft 18, JSON",
                        "6 lists",
                        "TokenListVectorsTest",
                        "1, 2 and 4 bits: every listed index; 8 bits: a sample of its 255")
                + row(
                        "Token Status List, draft 18, CBOR and CWT",
                        inCbor(root) + " lists, 1 credential",
                        "TokenListVectorsTest",
                        "known by name; `status-type-unsupported`, a credential"
                                + " `unsupported-format`: undecided, never fine")
                + row(
                        "SD-JWT case definitions",
                        definitions(root) + ", of which " + withHolder(root) + " bind the holder",
                        "CaseDefinitionsTest",
                        "issued and shown as each says: exactly the claims it expects; a part shown"
                                + " twice, altered or made up is refused; the holder's proof covers"
                                + " just what is shown")
                + row(
                        "EUDI SD-JWT samples",
                        "2",
                        "SdJwtTest",
                        "signature and disclosures fit; without `vct` they are no SD-JWT VC");
    }

    private static long inCbor(Path root) {
        return Fixtures.files(root.resolve("token-status-list"), ".md").stream()
                .map(file -> file.getFileName().toString())
                .filter(name ->
                        name.startsWith("status_list") && name.matches(".*_(cbor|cwt)\\.md"))
                .count();
    }

    private static int definitions(Path root) {
        return specifications(root).size();
    }

    private static long withHolder(Path root) {
        return specifications(root).stream()
                .filter(file -> Fixtures.text(file).contains("key_binding: True"))
                .count();
    }

    private static List<Path> specifications(Path root) {
        return Fixtures.files(root.resolve("sd-jwt/testcases"), "").stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("specification.yml"))
                .toList();
    }

    private static String row(String material, String cases, String test, String holds) {
        return "| %s | %s | `%s` | %s |\n".formatted(material, cases, test, holds);
    }

    private static String tables(Path root) {
        var contexts = root.resolve("contexts");
        Supplier<Web> clr =
                () ->
                        new Web()
                                .with(
                                        "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
                                        Fixtures.bytes(contexts.resolve("clr-v2p0.json")))
                                .with(
                                        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                                        Fixtures.bytes(contexts.resolve("clr-v2p0-2.0.1.json")));
        return table(
                        "Open Badges 3.0 (1EdTech)",
                        "Nothing is served.",
                        root.resolve("onedtech/ob30"),
                        Web::new)
                + table(
                        "Open Badges 3.0, status in a bitstring (1EdTech)",
                        "Nothing is served; `StatusListsTest` serves the list.",
                        root.resolve("onedtech/ob30/bit-string-list"),
                        Web::new)
                + table(
                        "Open Badges 3.0, selective disclosure (1EdTech)",
                        "Nothing is served.",
                        root.resolve("onedtech/ob30/sd"),
                        Web::new)
                + table(
                        "Open Badges 2.0 (1EdTech)",
                        "Each file is served at its own id, the others as their publisher serves"
                                + " them.",
                        root.resolve("onedtech/ob20"),
                        () -> assets(root))
                + table(
                        "Open Badges 2.0, classes (1EdTech)",
                        "As above. These are parts of badges and no badges.",
                        root.resolve("onedtech/ob20/rdf-validation"),
                        () -> assets(root))
                + table(
                        "CLR 2.0 (1EdTech)",
                        "The contexts of CLR are served; their digests are known.",
                        root.resolve("onedtech/clr20"),
                        clr)
                + table(
                        "HR Open LER-RS (1EdTech)",
                        "Nothing is served. The issuer is called \"Resume Builder\", which is no"
                                + " identifier.",
                        root.resolve("onedtech/tcp"),
                        Web::new)
                + table(
                        "SD-JWT (EUDI)",
                        "Nothing is served.",
                        root.resolve("sd-jwt/eudi"),
                        Web::new);
    }

    private static Web assets(Path root) {
        var web = new Web();
        for (var file : files(root.resolve("onedtech/ob20/assets"))) {
            web.with("https://example.org/" + file.getFileName(), Fixtures.bytes(file));
            serve(Fixtures.bytes(file), web);
        }
        return web;
    }

    private static String table(String title, String served, Path folder, Supplier<Web> servedTo) {
        var rows = new ArrayList<String>();
        var documents =
                files(folder).stream().filter(f -> !f.toString().contains("eudi/") || isToken(f));
        for (var file : documents.toList()) {
            byte[] bytes = Fixtures.bytes(file);
            var web = servedTo.get();
            serve(bytes, web);
            rows.add(row(file.getFileName().toString(), verify(bytes, web)));
        }
        return "\n### %s\n\n%d files. %s\n\n| File | Format | Outcome | Not passed |\n|---|---|---|---|\n"
                        .formatted(title, rows.size(), served)
                + String.join("", rows);
    }

    /** The rest are keys, and the claims that went into the tokens. */
    private static boolean isToken(Path file) {
        return file.toString().endsWith(".txt");
    }

    private static List<Path> files(Path folder) {
        return Fixtures.files(folder, "").stream().filter(Files::isRegularFile).toList();
    }

    /** A hosted badge is worth what its host says. */
    private static void serve(byte[] bytes, Web web) {
        try {
            JsonNode id = Fixtures.MAPPER.readTree(bytes).path("id");
            if (id.isString() && id.stringValue().startsWith("http")) {
                web.with(id.stringValue().replaceFirst("^http:", "https:"), bytes);
            }
        } catch (JacksonException _) {
            return; // a token or an image
        }
    }

    private static VerificationReport verify(byte[] bytes, Web web) {
        return CredentialVerifier.create(
                        InstantSource.fixed(Samples.NOW), web, VerificationPolicy.standard())
                .withContexts(ContextCatalogue.bundled())
                .verify(bytes, Recipient.none());
    }

    private static String row(String file, VerificationReport report) {
        var lines = new ArrayList<String>();
        lines.add(
                "| %s | %s | %s | %s |"
                        .formatted(
                                file,
                                report.format().wireName(),
                                report.outcome().wireName(),
                                notPassed(report)));
        for (var part : report.parts()) {
            lines.add(row(part));
        }
        return lines.stream().filter(Objects::nonNull).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Part part) {
        return "| &nbsp;&nbsp;%s `%s` | %s | %s | %s |"
                .formatted(
                        part.role().wireName(),
                        part.pointer(),
                        part.report().format().wireName(),
                        part.report().outcome().wireName(),
                        notPassed(part.report()));
    }

    private static String notPassed(VerificationReport report) {
        return report.checks().stream()
                .filter(c ->
                        c.outcome() == CheckOutcome.FAILED
                                || c.outcome() == CheckOutcome.INDETERMINATE)
                .map(ConformanceTest::said)
                .collect(Collectors.joining(", "));
    }

    private static String said(Check check) {
        return check.name().wireName()
                + (check.outcome() == CheckOutcome.FAILED ? " " : "? ")
                + check.code().wireName();
    }
}
