package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BreakingChangesTest {

    private static final String BASE =
            """
            {"paths": {
              "/v1/things": {
                "get": {"x-roles": ["auditor", "recruiter"],
                  "parameters": [
                    {"name": "size", "in": "query", "schema": {"type": "string", "enum": ["s", "m"], "default": "m"}}],
                  "responses": {"200": {
                    "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}},
                "post": {
                  "requestBody": {"required": true, "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/ThingRequest"}},
                    "text/plain": {"schema": {"type": "string"}}}},
                  "responses": {"201": {"content": {"application/json": {"schema": {"type": "object"}}}}}}},
              "/v1/open": {"get": {"security": [], "responses": {"200": {}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "required": ["id", "size"], "properties": {
                 "id": {"type": "string", "format": "uuid"},
                 "size": {"type": "string", "enum": ["s", "m"]},
                 "weight": {"type": ["number", "null"]},
                 "owner": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                 "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}},
               "ThingRequest": {"type": "object", "additionalProperties": true, "required": ["name"], "properties": {
                 "name": {"type": "string", "minLength": 1, "maxLength": 10},
                 "size": {"type": "string", "enum": ["s", "m"]},
                 "note": {"type": "string"},
                 "count": {"type": ["integer", "null"], "minimum": 1}}}}}}
            """;

    private static final String GET = "/paths/~1v1~1things/get";
    private static final String POST = "/paths/~1v1~1things/post";
    private static final String OUT = "/components/schemas/Thing";
    private static final String IN = "/components/schemas/ThingRequest";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a path                | /paths            | /v1/open  | -                        | is gone",
                "an operation          | /paths/~1v1~1things | get     | -                        | is gone",
                "a role                | GET               | x-roles   | [\"auditor\"]            | may no longer be called by [recruiter]",
                "a token               | /paths/~1v1~1open/get | security | -                     | needs a token now",
                "a parameter           | GET               | parameters | []                      | is gone",
                "a new need            | GET/parameters/0  | required  | true                     | is required now",
                "a default             | GET/parameters/0/schema | default | \"s\"                | has another default",
                "a word taken          | GET/parameters/0/schema | enum | [\"m\"]                 | no longer takes [s]",
                "a body's kind         | POST/requestBody/content | text/plain | -                | is no longer taken",
                "a required member     | IN                | required  | [\"name\", \"size\"]     | is required now",
                "a member taken        | IN/properties     | note      | -                        | is gone",
                "a fixed list          | IN/properties/note | enum     | [\"a\"]                  | takes a fixed list only now",
                "a type taken          | IN/properties/count | type    | \"integer\"              | takes [integer], which was [integer, null]",
                "another type taken    | IN/properties/note | type     | \"boolean\"              | takes [boolean], which was [string]",
                "a lower limit         | IN/properties/name | maxLength | 9                       | has a lower maxLength",
                "a new limit           | IN/properties/note | maxLength | 100                     | has a lower maxLength",
                "a higher limit        | IN/properties/count | minimum | 2                        | has a higher minimum",
                "a pattern             | IN/properties/name | pattern  | \"^a\"                   | has another pattern",
                "a format taken        | IN/properties/note | format   | \"uuid\"                 | has another format",
                "unknown members       | IN                | additionalProperties | false         | no longer takes members it does not know",
                "an answer             | POST/responses    | 201       | -                        | is gone",
                "an answer's kind      | POST/responses/201/content | application/json | -        | is gone",
                "a header              | GET/responses/200/headers | ETag | -                     | is gone",
                "a header's presence   | GET/responses/200/headers/ETag | required | false        | may be missing now",
                "a member answered     | OUT/properties    | size      | -                        | is gone",
                "a member's presence   | OUT               | required  | [\"id\"]                 | may be missing now",
                "a type answered       | OUT/properties/id | type      | \"integer\"              | is [integer], which was [string]",
                "null answered         | OUT/properties/size | type    | [\"string\", \"null\"]   | is [null, string], which was [string]",
                "a format answered     | OUT/properties/id | format    | \"date-time\"            | has another format",
                "no fixed list         | OUT/properties/size | enum    | -                        | is no longer one of a fixed list",
                "a choice answered     | OUT/properties/owner | anyOf  | [{\"type\": \"integer\"}] | is [integer], which was [",
                "an item answered      | OUT/properties/parts | items  | {\"type\": \"string\"}   | is [string], which was [object]"
            })
    void tellsWhatIsLost(String what, String where, String member, String value, String said) {
        List<String> changes = changes(where, member, value);

        assertThat(changes).as(what).isNotEmpty();
        assertThat(changes).as(what).anyMatch(change -> change.contains(said));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a new operation       | /paths            | /v1/new   | {\"get\": {\"responses\": {\"200\": {}}}}",
                "a new role            | GET               | x-roles   | [\"auditor\", \"hr-admin\", \"recruiter\"]",
                "no token              | POST              | security  | []",
                "a word more taken     | IN/properties/size | enum     | [\"s\", \"m\", \"l\"]",
                "a new member taken    | IN/properties     | colour    | {\"type\": \"string\"}",
                "a member optional     | IN                | required  | []",
                "a type more taken     | IN/properties/note | type     | [\"string\", \"null\"]",
                "a number taken        | IN/properties/count | type    | [\"number\", \"null\"]",
                "a higher upper limit  | IN/properties/name | maxLength | 11",
                "a lower lower limit   | IN/properties/count | minimum | 0",
                "a choice more taken   | IN/properties     | note      | {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]}",
                "the same choice       | IN/properties     | count     | {\"anyOf\": [{\"type\": \"integer\", \"minimum\": 1}, {\"type\": \"null\"}]}",
                "a new member answered | OUT/properties    | colour    | {\"type\": \"string\"}",
                "a word more answered  | OUT/properties/size | enum    | [\"s\", \"m\", \"l\"]",
                "a word less answered  | OUT/properties/size | enum    | [\"s\"]",
                "never null            | OUT/properties/weight | type  | \"number\"",
                "a whole number        | OUT/properties/weight | type  | [\"integer\", \"null\"]",
                "a choice less         | OUT/properties    | owner     | {\"type\": \"string\"}",
                "a new refusal         | GET/responses     | 409       | {}",
                "a new parameter       | POST              | parameters | [{\"name\": \"a\", \"in\": \"query\", \"schema\": {}}]",
                "a new kind of body    | POST/requestBody/content | application/jwt | {}",
                "a body optional       | POST/requestBody  | required  | false",
                "words                 | GET               | description | \"other words\""
            })
    void saysNothingOfGrowth(String what, String where, String member, String value) {
        assertThat(changes(where, member, value)).as(what).isEmpty();
    }

    @Test
    void followsASchemaThatHoldsItself() {
        assertThat(changes("OUT/properties/parts/items", "$ref", "\"#/components/schemas/Thing\""))
                .isEmpty();
    }

    @Test
    void noticesARequiredParameterThatIsNew() {
        assertThat(
                        changes(
                                "POST",
                                "parameters",
                                "[{\"name\": \"a\", \"in\": \"query\", \"required\": true}]"))
                .containsExactly("POST /v1/things parameter a is new and required");
    }

    @Test
    void noticesABodyThatIsNewAndRequired() {
        assertThat(changes("GET", "requestBody", "{\"required\": true, \"content\": {}}"))
                .containsExactly("GET /v1/things body is new and required");
    }

    private static List<String> changes(String where, String member, String value) {
        ObjectNode after = base();
        String pointer =
                where.replaceFirst("^GET", GET)
                        .replaceFirst("^POST", POST)
                        .replaceFirst("^IN", IN)
                        .replaceFirst("^OUT", OUT);
        ObjectNode changed = (ObjectNode) after.at(pointer);
        if (value.equals("-")) {
            changed.remove(member);
        } else {
            JsonNode read = JsonMapper.shared().readTree(value);
            changed.set(member, read);
        }
        return BreakingChanges.between(base(), after);
    }

    private static ObjectNode base() {
        return (ObjectNode) JsonMapper.shared().readTree(BASE);
    }
}
