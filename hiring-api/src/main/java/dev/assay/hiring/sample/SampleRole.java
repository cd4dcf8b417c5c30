package dev.assay.hiring.sample;

import static dev.assay.hiring.sample.SampleSkill.ATTACK_VECTORS;
import static dev.assay.hiring.sample.SampleSkill.CALCULATIONS;
import static dev.assay.hiring.sample.SampleSkill.CORRESPONDENCE;
import static dev.assay.hiring.sample.SampleSkill.CUSTOMER_CARE;
import static dev.assay.hiring.sample.SampleSkill.CUSTOMER_RECORDS;
import static dev.assay.hiring.sample.SampleSkill.CYBER_SECURITY;
import static dev.assay.hiring.sample.SampleSkill.DATABASES;
import static dev.assay.hiring.sample.SampleSkill.DATA_ANALYSIS;
import static dev.assay.hiring.sample.SampleSkill.DEBUGGING;
import static dev.assay.hiring.sample.SampleSkill.EXACTNESS;
import static dev.assay.hiring.sample.SampleSkill.FIREWALLS;
import static dev.assay.hiring.sample.SampleSkill.ICT_PROBLEMS;
import static dev.assay.hiring.sample.SampleSkill.ICT_SUPPORT;
import static dev.assay.hiring.sample.SampleSkill.JAVASCRIPT;
import static dev.assay.hiring.sample.SampleSkill.OPERATING_SYSTEMS;
import static dev.assay.hiring.sample.SampleSkill.PROGRAMMING;
import static dev.assay.hiring.sample.SampleSkill.SPREADSHEETS;
import static dev.assay.hiring.sample.SampleSkill.SQL;
import static dev.assay.hiring.sample.SampleSkill.TICKETING;
import static dev.assay.hiring.sample.SampleSkill.VISUALS;

import java.util.List;

/**
 * A role to begin with. Codes are O*NET-SOC's; the weeks to full productivity are published
 * medians; pay, hours and fees are assumptions of the sample, marked as such, for an employer to
 * replace.
 *
 * @param posting the title of the sample's job that is estimated by it; empty when there is none
 * @param pay least, most likely and most dollars an hour
 * @param weeks the published median
 * @param weeksOf the group that the median is of
 */
record SampleRole(
        String name,
        String onetCode,
        String posting,
        List<Double> pay,
        List<Need> skills,
        double weeks,
        String weeksOf,
        List<Course> courses) {

    /** A skill, the level it is needed at, and the share of the work that rests on it. */
    record Need(SampleSkill skill, int level, double weight) {}

    /** A module that teaches one skill. */
    record Course(String name, SampleSkill skill, double hours, double fee) {}

    private static final String PROFESSIONAL = "professional";
    private static final String SERVICE = "customer service";

    static List<SampleRole> all() {
        return List.of(
                new SampleRole(
                        "Data analyst",
                        "15-2051.01",
                        "Junior data analyst",
                        List.of(25.0, 28.0, 31.0),
                        List.of(
                                new Need(SQL, 3, 0.35),
                                new Need(DATA_ANALYSIS, 3, 0.3),
                                new Need(VISUALS, 2, 0.2),
                                new Need(SPREADSHEETS, 2, 0.15)),
                        20,
                        PROFESSIONAL,
                        List.of(
                                new Course("SQL for analysts", SQL, 24, 300),
                                new Course("Reading and showing data", VISUALS, 16, 180))),
                new SampleRole(
                        "IT support technician",
                        "15-1232.00",
                        "IT support technician",
                        List.of(20.0, 22.5, 25.0),
                        List.of(
                                new Need(ICT_SUPPORT, 2, 0.4),
                                new Need(ICT_PROBLEMS, 2, 0.3),
                                new Need(OPERATING_SYSTEMS, 2, 0.2),
                                new Need(TICKETING, 1, 0.1)),
                        12,
                        SERVICE,
                        List.of(
                                new Course("Support desk basics", ICT_SUPPORT, 20, 150),
                                new Course("Operating systems", OPERATING_SYSTEMS, 16, 200))),
                new SampleRole(
                        "Cybersecurity analyst",
                        "15-1212.00",
                        "",
                        List.of(27.0, 30.0, 34.0),
                        List.of(
                                new Need(CYBER_SECURITY, 2, 0.45),
                                new Need(ATTACK_VECTORS, 2, 0.35),
                                new Need(FIREWALLS, 2, 0.2)),
                        20,
                        PROFESSIONAL,
                        List.of(
                                new Course("Security foundations", CYBER_SECURITY, 32, 450),
                                new Course("Attacks and alarms", ATTACK_VECTORS, 24, 350))),
                new SampleRole(
                        "Customer service associate",
                        "43-4051.00",
                        "Customer service associate",
                        List.of(17.0, 18.5, 21.0),
                        List.of(
                                new Need(CUSTOMER_CARE, 2, 0.5),
                                new Need(CUSTOMER_RECORDS, 2, 0.3),
                                new Need(CORRESPONDENCE, 2, 0.2)),
                        12,
                        SERVICE,
                        List.of(
                                new Course("Talking with customers", CUSTOMER_CARE, 16, 120),
                                new Course("Customer records", CUSTOMER_RECORDS, 8, 60))),
                new SampleRole(
                        "Bookkeeping clerk",
                        "43-3031.00",
                        "Bookkeeping clerk",
                        List.of(19.5, 21.0, 23.0),
                        List.of(
                                new Need(CALCULATIONS, 2, 0.4),
                                new Need(SPREADSHEETS, 2, 0.3),
                                new Need(EXACTNESS, 2, 0.3)),
                        8,
                        "clerical",
                        List.of(
                                new Course("Bookkeeping basics", CALCULATIONS, 20, 220),
                                new Course("Closing the month", SPREADSHEETS, 12, 90))),
                new SampleRole(
                        "Junior software developer",
                        "15-1252.00",
                        "Junior software developer",
                        List.of(28.0, 31.0, 35.0),
                        List.of(
                                new Need(PROGRAMMING, 3, 0.45),
                                new Need(DEBUGGING, 2, 0.25),
                                new Need(JAVASCRIPT, 2, 0.2),
                                new Need(DATABASES, 1, 0.1)),
                        20,
                        PROFESSIONAL,
                        List.of(
                                new Course("Programming in a team", PROGRAMMING, 32, 400),
                                new Course("JavaScript for our pages", JAVASCRIPT, 20, 250))));
    }
}
