package io.beanpole.console;

import io.beanpole.console.notice.Notices;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the console had to say. */
public final class RecordedNotices implements Notices {
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final List<String> news = new CopyOnWriteArrayList<>();

    /** The problems that stand now, by source. */
    public Map<String, String> problems() {
        return problems;
    }

    public List<String> news() {
        return news;
    }

    @Override
    public void problem(String source, String sentence) {
        problems.put(source, sentence);
    }

    @Override
    public void recovered(String source) {
        problems.remove(source);
    }

    @Override
    public void tell(String sentence) {
        news.add(sentence);
    }
}
