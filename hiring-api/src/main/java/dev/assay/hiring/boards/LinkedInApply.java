package dev.assay.hiring.boards;

import dev.assay.hiring.boards.BoardPayload.Name;
import dev.assay.hiring.jobs.JobId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * LinkedIn Apply Connect: signed by HMAC-SHA-256, in hexadecimal, over the body with all that is
 * not ASCII escaped. It sees nothing but 200 as taken, and turns the job away from itself when the
 * first push fails: so what may be taken is, and a second application of somebody is no refusal.
 */
@Component
class LinkedInApply implements BoardAdapter {

    /** Before the signature, and where published so before what is signed. */
    private static final String PREFIX = "hmacsha256=";

    private static final String ANSWERS = "/questionResponses/additionalQuestionResponses";
    private static final String IDENTIFIED =
            "/questionResponses/voluntarySelfIdentificationQuestionResponses";
    private static final Pattern WORDS_OF_A_KEY = Pattern.compile("(Question)?(Responses?)?$");

    @Override
    public Board board() {
        return Board.LINKEDIN;
    }

    /** Bodies begin with a brace, so that none is another with the prefix before it. */
    @Override
    public boolean isSigned(byte[] secret, byte[] body, String signature) {
        byte[] given =
                (signature.startsWith(PREFIX) ? signature.substring(PREFIX.length()) : signature)
                        .getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (byte[] message : messages(body)) {
            for (byte[] before : List.of(new byte[0], PREFIX.getBytes(StandardCharsets.US_ASCII))) {
                String expected =
                        HexFormat.of()
                                .formatHex(Signatures.hmac("HmacSHA256", secret, before, message));
                signed |=
                        MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), given);
            }
        }
        return signed;
    }

    /** The body as it came, and as it may have been when it was signed. */
    private static List<byte[]> messages(byte[] body) {
        List<byte[]> messages = new ArrayList<>();
        messages.add(body);
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.length() != body.length) {
                messages.add(escaped(text, "\\u%04x"));
                messages.add(escaped(text, "\\u%04X"));
            }
        } catch (CharacterCodingException noText) {
            // Then there is no other way to write it.
            return messages;
        }
        return messages;
    }

    private static byte[] escaped(String text, String form) {
        StringBuilder ascii = new StringBuilder(text.length() * 2);
        text.chars()
                .forEach(unit -> {
                    if (unit < 0x80) {
                        ascii.append((char) unit);
                    } else {
                        ascii.append(form.formatted(unit));
                    }
                });
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<String> answer(byte[] secret, String challenge) {
        return Optional.of(
                HexFormat.of()
                        .formatHex(
                                Signatures.hmac(
                                        "HmacSHA256",
                                        secret,
                                        challenge.getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public BoardApplication read(JsonNode body) {
        BoardPayload payload = new BoardPayload(body);
        String reference = payload.required("/jobApplicationId");
        Optional<JobId> job = payload.job("/partnerJobId");
        payload.candidate(
                new Name(
                        payload.required("/profile/firstName"),
                        "/profile/firstName",
                        payload.text("/profile/lastName").orElse(""),
                        "/profile/lastName"),
                "/profile/emailAddress",
                payload.is("/profile/emailVerified"),
                payload.text("/profile/phoneNumber"));
        payload.file("/resume/fileName", "/resume/data", "resume");
        payload.letter("/coverLetter", "cover-letter.txt");
        int at = 0;
        for (JsonNode one : payload.at(ANSWERS)) {
            JsonNode answer = one.path("answer");
            if (!answer.isMissingNode() && !answer.isNull()) {
                payload.answer(
                        new GivenAnswer(
                                one.path("partnerQuestionIdentifier").asString(""),
                                one.path("question").asString(""),
                                BoardPayload.texts(answer),
                                answer,
                                ANSWERS + "/" + at));
            }
            at++;
        }
        payload.at(IDENTIFIED)
                .properties()
                .forEach(member ->
                        payload.identified(
                                WORDS_OF_A_KEY.matcher(member.getKey()).replaceFirst(""),
                                BoardPayload.texts(member.getValue())));
        return payload.application(reference, job);
    }

    @Override
    public boolean isQuietAboutDuplicates() {
        return true;
    }
}
