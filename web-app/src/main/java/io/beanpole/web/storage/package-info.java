/** Presigned addresses of the clip bucket. */
@NullMarked
package io.beanpole.web.storage;

import org.jspecify.annotations.NullMarked;
