package dev.assay.hiring.jobs;

/** The kinds of employment that job boards know (schema.org JobPosting, as Google reads it). */
public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    TEMPORARY,
    INTERN,
    VOLUNTEER,
    PER_DIEM,
    OTHER
}
