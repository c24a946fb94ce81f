package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.ffmpeg.ClipFacts.Audio;
import io.beanpole.worker.ffmpeg.ClipFacts.Video;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads ffprobe's JSON. */
final class ProbeAnswer {
    private ProbeAnswer() {}

    static ClipFacts read(JsonNode answer) {
        Video video = null;
        Audio audio = null;
        for (JsonNode stream : answer.path("streams")) {
            String type = stream.path("codec_type").asString("");
            boolean cover = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            if (type.equals("video") && video == null && !cover) {
                video = video(stream);
            } else if (type.equals("audio") && audio == null) {
                audio = new Audio(
                        stream.path("index").asInt(0), stream.path("codec_name").asString("unknown"));
            }
        }
        JsonNode format = answer.path("format");
        Double start = number(format.path("start_time"));
        return new ClipFacts(
                format.path("format_name").asString(""),
                number(format.path("duration")),
                start == null ? 0 : start,
                video,
                audio,
                video == null ? List.of() : keyFrames(answer.path("packets"), video.index()));
    }

    private static Video video(JsonNode stream) {
        double average = ratio(stream.path("avg_frame_rate").asString("0/0"));
        double lowest = ratio(stream.path("r_frame_rate").asString("0/0"));
        return new Video(
                stream.path("index").asInt(0),
                stream.path("codec_name").asString("unknown"),
                stream.path("width").asInt(0),
                stream.path("height").asInt(0),
                average,
                average > 0 && Math.abs(lowest / average - 1) < 0.01,
                number(stream.path("duration")));
    }

    private static List<Double> keyFrames(JsonNode packets, int stream) {
        List<Double> times = new ArrayList<>();
        for (JsonNode packet : packets) {
            Double time = number(packet.path("pts_time"));
            if (packet.path("stream_index").asInt(-1) == stream
                    && packet.path("flags").asString("").startsWith("K")
                    && time != null) {
                times.add(time);
            }
        }
        return times;
    }

    private static double ratio(String fraction) {
        String[] parts = fraction.split("/", 2);
        if (parts.length != 2) {
            return 0;
        }
        Double above = parsed(parts[0]);
        Double below = parsed(parts[1]);
        return above == null || below == null || below == 0 ? 0 : above / below;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : parsed(value.asString(""));
    }

    private static @Nullable Double parsed(String number) {
        try {
            double value = Double.parseDouble(number);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
