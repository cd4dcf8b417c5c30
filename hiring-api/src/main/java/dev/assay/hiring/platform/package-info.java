/** What every feature stands on. Open: its packages are its API, each in what it makes public. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.assay.hiring.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
