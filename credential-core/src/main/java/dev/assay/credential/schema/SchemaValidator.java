package dev.assay.credential.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Compares documents with JSON Schemas of any draft from 4 to 2020-12. A schema is written by a
 * stranger: it and whatever it refers to come through the document port alone, and neither its
 * rules nor its regular expressions get more than a counted number of steps. For one verification
 * and one thread.
 */
public final class SchemaValidator {

    private static final long MAX_STEPS = 200_000;
    private static final int MAX_DEPTH = 200;

    private final DocumentSource documents;
    private final StrictJson json;

    public SchemaValidator(DocumentSource documents, InputLimits limits) {
        this.documents = documents;
        this.json = StrictJson.within(limits);
    }

    /**
     * Compares a document with the schema at an address.
     *
     * @param integrity what the schema's bytes must hash to, where whoever names it says so
     */
    public SchemaVerdict validate(JsonNode document, URI address, Optional<Integrity> integrity) {
        return switch (documents.fetch(address)) {
            case DocumentSource.Answer.Gone() ->
                    undecided(CheckCode.SCHEMA_UNAVAILABLE, "its schema was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) ->
                    undecided(CheckCode.SCHEMA_UNAVAILABLE, reason);
            case DocumentSource.Answer.Found found -> {
                if (integrity.filter(i -> !i.fits(found.content())).isPresent()) {
                    yield undecided(
                            CheckCode.SCHEMA_UNAVAILABLE,
                            "the schema at its address is not the one the issuer meant");
                }
                yield switch (json.parse(found.content())) {
                    case ParseResult.Malformed(var fault) ->
                            undecided(CheckCode.SCHEMA_UNUSABLE, fault.code().wireName());
                    case ParseResult.Parsed(var schema) -> validate(document, address, schema);
                };
            }
        };
    }

    private SchemaVerdict validate(JsonNode document, URI address, JsonNode schemaNode) {
        var expressions = new BoundedExpressions();
        var loader = new PortLoader(documents, json);
        try {
            var schema = compile(address, schemaNode, expressions, loader);
            return verdict(
                    schema.validate(
                            document,
                            context ->
                                    context.executionConfig(c ->
                                            c.maxEvaluationSteps(MAX_STEPS)
                                                    .maxEvaluationDepth(MAX_DEPTH))));
        } catch (ValidationLimitExceededException
                | BoundedExpressions.Exhausted
                | StackOverflowError _) {
            // The validator and the JDK's expressions recurse; a schema may be made to go too deep.
            return undecided(CheckCode.SCHEMA_WORK_LIMIT, "its schema takes too much work");
        } catch (SchemaException | IllegalArgumentException | PortLoader.Missing _) {
            return loader.missing()
                    .map(reason -> undecided(CheckCode.SCHEMA_UNAVAILABLE, reason))
                    .orElseGet(() ->
                            undecided(
                                    CheckCode.SCHEMA_UNUSABLE,
                                    "what is at its address is no usable schema"));
        }
    }

    private static Schema compile(
            URI address, JsonNode schema, BoundedExpressions expressions, PortLoader loader) {
        var config = SchemaRegistryConfig.builder().regularExpressionFactory(expressions).build();
        // A registry of its own for each schema: what one stranger wrote is never another's $ref.
        var registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemaRegistryConfig(config)
                                        .schemaLoader(l ->
                                                l.allow(PortLoader::isAllowed)
                                                        .resourceLoaders(r -> r.add(loader))));
        return registry.getSchema(SchemaLocation.of(address.toString()), schema);
    }

    private static SchemaVerdict verdict(List<Error> errors) {
        return errors.stream()
                .findFirst()
                .<SchemaVerdict>map(e ->
                        new SchemaVerdict.Invalid(
                                e.getInstanceLocation().toString(), e.getKeyword()))
                .orElseGet(SchemaVerdict.Valid::new);
    }

    private static SchemaVerdict undecided(CheckCode code, String reason) {
        return new SchemaVerdict.Undecided(code, reason);
    }
}
