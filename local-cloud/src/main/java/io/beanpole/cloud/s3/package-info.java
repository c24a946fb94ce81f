/** Amazon S3: an embedded S3Proxy over files in the data directory. */
@NullMarked
package io.beanpole.cloud.s3;

import org.jspecify.annotations.NullMarked;
