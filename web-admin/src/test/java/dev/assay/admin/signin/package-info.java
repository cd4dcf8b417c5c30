@NullMarked
package dev.assay.admin.signin;

import org.jspecify.annotations.NullMarked;
