package dev.assay.hiring.jobs;

import dev.assay.hiring.jobs.JobWarning.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that a posting may do better without, in English, German, French and Spanish. The lists are
 * our own and short on purpose: they hold what is hard to mean otherwise. What they look for
 * follows the EEOC's guidance on prohibited practices in job advertisements (age, sex, origin),
 * section 11 of the German AGG, and for words that tell of a sex without naming it Gaucher, Friesen
 * and Kay (2011), Journal of Personality and Social Psychology 101(1), whose general stems
 * ("analy", "lead", "support") are left out: a trade needs them.
 */
enum WordList {
    SALARY_HISTORY(
            Code.SALARY_HISTORY_ASKED,
            Map.of(
                    "en",
                    List.of(
                            "salary history",
                            "pay history",
                            "current salary",
                            "previous salary",
                            "last salary",
                            "present salary",
                            "salary in your last"),
                    "de",
                    List.of(
                            "bisheriges gehalt",
                            "aktuelles gehalt",
                            "letztes gehalt",
                            "derzeitiges gehalt",
                            "gehaltsnachweis",
                            "gehaltsnachweise"),
                    "fr",
                    List.of("salaire actuel", "dernier salaire", "historique de salaire"),
                    "es",
                    List.of("salario actual", "último salario", "historial salarial"))),
    AGE(
            Code.AGE_CODED,
            Map.of(
                    "en",
                    List.of(
                            "young",
                            "youthful",
                            "digital native",
                            "digital natives",
                            "recent graduate",
                            "recent graduates",
                            "recent college graduate",
                            "college student",
                            "maximum age",
                            "no older than",
                            "mature person",
                            "overqualified"),
                    "de",
                    List.of(
                            "jung",
                            "junge",
                            "junges",
                            "jungen",
                            "junger",
                            "jugendlich",
                            "digital native",
                            "höchstalter",
                            "nicht älter als"),
                    "fr",
                    List.of("jeune", "jeunes", "âge maximum", "jeune diplômé"),
                    "es",
                    List.of("joven", "jóvenes", "edad máxima", "recién graduado"))),
    GENDER(
            Code.GENDER_CODED,
            Map.of(
                    "en",
                    List.of(
                            "ninja",
                            "rockstar",
                            "rock star",
                            "manpower",
                            "chairman",
                            "foreman",
                            "salesman",
                            "salesmen",
                            "craftsman",
                            "handyman",
                            "workmanlike",
                            "waitress",
                            "hostess",
                            "stewardess",
                            "cleaning lady",
                            "girl friday",
                            "guys",
                            "he will",
                            "she will",
                            "fearless",
                            "dominant",
                            "dominating",
                            "aggressive",
                            "aggressively",
                            "nurturing"),
                    "de",
                    List.of(
                            "kaufmann",
                            "fachmann",
                            "vorarbeiter",
                            "putzfrau",
                            "sekretärin",
                            "krankenschwester",
                            "durchsetzungsstark",
                            "dominant"),
                    "fr",
                    List.of("hôtesse", "femme de ménage", "homme d'affaires"),
                    "es",
                    List.of("azafata", "señorita", "hombre de negocios"))),
    NATIVE(
            Code.NATIVE_SPEAKER,
            Map.of(
                    "en",
                    List.of(
                            "native speaker",
                            "native speakers",
                            "native english",
                            "native level",
                            "mother tongue"),
                    "de",
                    List.of(
                            "muttersprachler",
                            "muttersprachlerin",
                            "muttersprache",
                            "muttersprachlich",
                            "muttersprachliches niveau"),
                    "fr",
                    List.of("langue maternelle", "locuteur natif", "bilingue de naissance"),
                    "es",
                    List.of("hablante nativo", "lengua materna", "nivel nativo"))),
    DEGREE(
            Code.DEGREE_ASKED,
            Map.of(
                    "en",
                    List.of(
                            "bachelor's degree",
                            "bachelors degree",
                            "bachelor degree",
                            "master's degree",
                            "masters degree",
                            "university degree",
                            "college degree",
                            "degree required",
                            "degree in",
                            "four-year degree",
                            "college graduate"),
                    "de",
                    List.of(
                            "hochschulabschluss",
                            "abgeschlossenes studium",
                            "hochschulstudium",
                            "studienabschluss",
                            "akademischer abschluss"),
                    "fr",
                    List.of("diplôme universitaire", "diplôme de niveau", "bac+5", "bac+3"),
                    "es",
                    List.of("título universitario", "titulación universitaria", "licenciatura")));

    /** The languages there are words in. */
    static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es");

    private final Code code;
    private final Map<String, Pattern> patterns;

    WordList(Code code, Map<String, List<String>> words) {
        this.code = code;
        this.patterns =
                words.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> pattern(entry.getValue())));
    }

    Code code() {
        return code;
    }

    Optional<Pattern> pattern(String language) {
        return Optional.ofNullable(patterns.get(language));
    }

    /** Whole words, the longest first; a gap is any white space or a hyphen. */
    private static Pattern pattern(List<String> words) {
        return Pattern.compile(
                words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(word ->
                                Pattern.quote(word)
                                        .replace(" ", "\\E[\\s\\p{Pd}]+\\Q")
                                        .replace("'", "\\E['’]\\Q"))
                        .collect(
                                Collectors.joining(
                                        "|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
