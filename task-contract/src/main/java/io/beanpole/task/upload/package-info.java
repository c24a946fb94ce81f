/** The clips that owners put to S3. */
@NullMarked
package io.beanpole.task.upload;

import org.jspecify.annotations.NullMarked;
