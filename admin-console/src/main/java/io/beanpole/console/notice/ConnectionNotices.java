package io.beanpole.console.notice;

import java.util.function.Supplier;

/** What there is to say of one connection, so that a person knows which of several it is about. */
public final class ConnectionNotices implements Notices {
    private final NoticeBoard board;
    private final Supplier<String> owner;

    /** @param owner tells the connection's name, which a person may change */
    public ConnectionNotices(NoticeBoard board, Supplier<String> owner) {
        this.board = board;
        this.owner = owner;
    }

    @Override
    public void problem(String source, String sentence) {
        board.put(new Problem(owner.get(), source, sentence, NextStep.RETRY));
    }

    @Override
    public void problem(String source, Throwable thrown) {
        board.put(Problem.of(owner.get(), source, thrown));
    }

    @Override
    public void recovered(String source) {
        board.over(owner.get(), source);
    }

    @Override
    public void tell(String sentence) {
        board.tell(sentence);
    }
}
