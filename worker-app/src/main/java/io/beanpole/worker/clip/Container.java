package io.beanpole.worker.clip;

import java.util.Set;

/** What a copied stream is put into: the most widely played file format that its codecs fit. */
enum Container {
    MP4("mp4", "video/mp4"),
    WEBM("webm", "video/webm"),
    MATROSKA("mkv", "video/x-matroska");

    private static final Set<String> MP4_VIDEO = Set.of("h264", "hevc", "av1", "mpeg4");
    private static final Set<String> MP4_AUDIO = Set.of("aac", "mp3", "ac3", "eac3", "alac", "opus");
    private static final Set<String> WEBM_VIDEO = Set.of("vp8", "vp9", "av1");
    private static final Set<String> WEBM_AUDIO = Set.of("opus", "vorbis");

    private final String suffix;
    private final String contentType;

    Container(String suffix, String contentType) {
        this.suffix = suffix;
        this.contentType = contentType;
    }

    /** Finds the container for a clip's own codecs. */
    static Container forCopyOf(Clip clip) {
        String video = clip.video().codec();
        boolean silent = clip.audio() == null;
        String audio = clip.audio() == null ? "" : clip.audio().codec();
        if (MP4_VIDEO.contains(video) && (silent || MP4_AUDIO.contains(audio))) {
            return MP4;
        }
        if (WEBM_VIDEO.contains(video) && (silent || WEBM_AUDIO.contains(audio))) {
            return WEBM;
        }
        return MATROSKA;
    }

    String contentType() {
        return contentType;
    }

    String fileName(String base) {
        return base + "." + suffix;
    }
}
