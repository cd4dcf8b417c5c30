package dev.assay.hiring.platform.persistence;

import javax.sql.DataSource;

/** One pool for each runtime role. */
record RuntimeDataSources(DataSource web, DataSource worker) {}
