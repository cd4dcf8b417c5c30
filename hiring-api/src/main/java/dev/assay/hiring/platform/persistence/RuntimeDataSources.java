package dev.assay.hiring.platform.persistence;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * One pool for each runtime role.
 *
 * @param selfId of who alone reads self-identification; empty where this node has no login for it
 */
record RuntimeDataSources(DataSource web, DataSource worker, Optional<DataSource> selfId) {}
