package dev.assay.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.StrictJson;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * F13: the case definitions of SD-JWT. Each says what an issuer hides, what a holder shows of it,
 * and which claims whoever verifies must see. Tokens are issued here by that, the parts nested as
 * the definition nests them.
 */
@DisplayName("F13: SD-JWT, case definitions")
class CaseDefinitionsTest {

    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Tokens.Signer ISSUER = Tokens.ed25519();
    private static final Tokens.Signer HOLDER = Tokens.ed25519();

    @TestFactory
    Stream<DynamicTest> eachShowsTheClaimsItSays() {
        return definitions()
                .map(file ->
                        DynamicTest.dynamicTest(
                                name(file),
                                () -> {
                                    var definition = Definition.read(file);

                                    assertThat(shown(definition.presented()))
                                            .isEqualTo(
                                                    new Disclosed.Result.Claims(
                                                            definition.expected()));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> noneShowsMoreThanItsIssuerSigned() {
        return definitions()
                .map(file ->
                        DynamicTest.dynamicTest(
                                name(file),
                                () -> {
                                    var definition = Definition.read(file);
                                    for (var part : definition.parts()) {
                                        assertRefused(definition.presented() + part + "~");
                                        assertRefused(
                                                definition
                                                        .presented()
                                                        .replace(part, altered(part)));
                                    }
                                    assertRefused(
                                            definition.presented()
                                                    + Tokens.base64("[\"salt\",\"more\",true]")
                                                    + "~");
                                }));
    }

    @TestFactory
    Stream<DynamicTest> theHoldersProofIsAboutAllThatIsShown() {
        return definitions()
                .map(Definition::read)
                .filter(Definition::keyBinding)
                .map(definition ->
                        DynamicTest.dynamicTest(
                                definition.name(),
                                () -> {
                                    var hash =
                                            NODES.objectNode()
                                                    .put("sd_hash", digest(definition.presented()));
                                    var proof = HOLDER.token(HOLDER.header(), hash);

                                    assertThat(isCovered(definition.presented() + proof)).isTrue();
                                    assertThat(
                                                    isCovered(
                                                            definition
                                                                            .presented()
                                                                            .replace(
                                                                                    definition
                                                                                                    .parts()
                                                                                                    .getFirst()
                                                                                            + "~",
                                                                                    "")
                                                                    + proof))
                                            .isFalse();
                                }));
    }

    private static boolean isCovered(String text) {
        var token = token(text);
        return Disclosed.covers(token.holderProof().orElseThrow().payload(), token);
    }

    private static void assertRefused(String text) {
        assertThat(shown(text)).isInstanceOf(Disclosed.Result.Refused.class);
    }

    private static Disclosed.Result shown(String text) {
        return Disclosed.claims(token(text), JSON);
    }

    private static SdJwt token(String text) {
        if (SdJwt.parse(text, JSON) instanceof SdJwt.Parsed.Token(var token)) {
            return token;
        }
        throw new AssertionError("no token: " + text);
    }

    /** The same part with another salt. */
    private static String altered(String part) {
        var text =
                new String(java.util.Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Tokens.base64(text.replaceFirst("salt", "Salt"));
    }

    static Stream<Path> definitions() {
        return Fixtures.files(Fixtures.folder("sd-jwt/testcases"), "").stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("specification.yml"));
    }

    private static String name(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static String digest(String ascii) {
        try {
            return Tokens.base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(ascii.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One definition, and the token that was issued by it.
     *
     * @param parts the disclosures that the holder shows
     * @param presented the token with them, without the holder's proof
     */
    private record Definition(
            String name,
            String presented,
            List<String> parts,
            ObjectNode expected,
            boolean keyBinding) {

        static Definition read(Path file) {
            var options = new LoaderOptions();
            var yaml =
                    new Yaml(
                            new SafeConstructor(options),
                            new org.yaml.snakeyaml.representer.Representer(new DumperOptions()));
            var root = (MappingNode) yaml.compose(new StringReader(Fixtures.text(file)));
            var issue = new Issue();
            var claims =
                    (ObjectNode) issue.value(member(root, "user_claims"), selection(root), true);
            claims.put("_sd_alg", "sha-256");
            var token = ISSUER.token(ISSUER.header().put("typ", "dc+sd-jwt"), claims);
            var presented = new StringBuilder(token).append('~');
            issue.shown.forEach(part -> presented.append(part).append('~'));
            return new Definition(
                    CaseDefinitionsTest.name(file),
                    presented.toString(),
                    List.copyOf(issue.shown),
                    asRead(plain(member(root, "expect_verified_user_claims"))),
                    member(root, "key_binding") instanceof ScalarNode bound
                            && scalar(bound).booleanValue(false));
        }

        private static JsonNode selection(MappingNode root) {
            return plain(member(root, "holder_disclosed_claims"));
        }
    }

    /** With the numbers as our own reader has them. */
    private static ObjectNode asRead(JsonNode node) {
        return Samples.parse(node.toString()) instanceof ObjectNode read
                ? (ObjectNode)
                        ((dev.assay.credential.input.ParseResult.Parsed)
                                        JSON.parse(
                                                read.toString().getBytes(StandardCharsets.UTF_8)))
                                .tree()
                : NODES.objectNode();
    }

    /** Hides what is marked, and shows of it what is selected. */
    private static final class Issue {
        private final List<String> shown = new ArrayList<>();
        private int salts;

        /**
         * A value as it is signed.
         *
         * @param selected what the holder wants shown of it
         * @param visible whether everything around it is shown
         */
        JsonNode value(Node node, JsonNode selected, boolean visible) {
            return switch (node) {
                case MappingNode mapping -> object(mapping, selected, visible);
                case SequenceNode sequence -> array(sequence, selected, visible);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new IllegalStateException("not expected: " + node);
            };
        }

        private ObjectNode object(MappingNode mapping, JsonNode selected, boolean visible) {
            var object = NODES.objectNode();
            for (var member : mapping.getValue()) {
                var key = ((ScalarNode) member.getKeyNode()).getValue();
                var wanted = selected.path(key);
                if (isHidden(member.getKeyNode())) {
                    var part = NODES.arrayNode().add(salt()).add(key);
                    object.withArray("_sd")
                            .add(hidden(part, member.getValueNode(), wanted, visible));
                } else {
                    object.set(key, value(member.getValueNode(), wanted, visible));
                }
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, JsonNode selected, boolean visible) {
            var array = NODES.arrayNode();
            int index = 0;
            for (var item : sequence.getValue()) {
                var wanted = selected.path(index++);
                if (isHidden(item)) {
                    var part = NODES.arrayNode().add(salt());
                    array.addObject().put("...", hidden(part, item, wanted, visible));
                } else {
                    array.add(value(item, wanted, visible));
                }
            }
            return array;
        }

        /** The digest of the part, which is among those shown if it is selected. */
        private String hidden(ArrayNode part, Node value, JsonNode wanted, boolean visible) {
            boolean show = visible && isSelected(wanted);
            int place = shown.size();
            part.add(value(value, wanted, show));
            var disclosure = Tokens.base64(part.toString());
            if (show) {
                shown.add(place, disclosure);
            }
            return digest(disclosure);
        }

        private static boolean isSelected(JsonNode wanted) {
            return wanted.isContainer() ? !wanted.isEmpty() : wanted.booleanValue(false);
        }

        private String salt() {
            return "salt " + salts++;
        }

        private static boolean isHidden(Node node) {
            return node.getTag().getValue().equals("!sd");
        }
    }

    // --- YAML ---------------------------------------------------------------------------------

    private static Node member(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(m -> ((ScalarNode) m.getKeyNode()).getValue().equals(name))
                .map(m -> m.getValueNode())
                .findFirst()
                .orElseGet(() ->
                        new ScalarNode(
                                Tag.NULL, "null", null, null, DumperOptions.ScalarStyle.PLAIN));
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = NODES.objectNode();
                mapping.getValue()
                        .forEach(m ->
                                object.set(
                                        ((ScalarNode) m.getKeyNode()).getValue(),
                                        plain(m.getValueNode())));
                yield object;
            }
            case SequenceNode sequence -> {
                var array = NODES.arrayNode();
                sequence.getValue().forEach(item -> array.add(plain(item)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> MissingNode.getInstance();
        };
    }

    /** What a scalar would be without the mark that hides it. */
    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        var tag = new Resolver().resolve(NodeId.scalar, text, node.isPlain());
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (tag.equals(Tag.INT)) {
            return NODES.numberNode(new BigInteger(text));
        }
        return tag.equals(Tag.FLOAT)
                ? NODES.numberNode(new BigDecimal(text))
                : NODES.stringNode(text);
    }
}
