/** FFmpeg and ffprobe as bounded processes, and what their words mean. */
@NullMarked
package io.beanpole.worker.ffmpeg;

import org.jspecify.annotations.NullMarked;
