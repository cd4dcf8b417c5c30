/** Mail: queued with the deed that causes it, sent by a worker, by SMTP or into a folder. */
@NullMarked
package dev.assay.hiring.platform.mail;

import org.jspecify.annotations.NullMarked;
