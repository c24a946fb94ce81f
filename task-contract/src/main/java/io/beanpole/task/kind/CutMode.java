package io.beanpole.task.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a cut treats the streams. */
public enum CutMode {
    /** Copies the streams; the cut begins at the key frame at or before the asked time. */
    @JsonProperty("fast")
    FAST,
    /** Encodes again to H.264 and AAC in MP4; the cut is exact to a frame. */
    @JsonProperty("precise")
    PRECISE
}
