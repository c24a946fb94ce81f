/** Clips in S3: in from the uploads, out to the results. */
@NullMarked
package io.beanpole.worker.storage;

import org.jspecify.annotations.NullMarked;
