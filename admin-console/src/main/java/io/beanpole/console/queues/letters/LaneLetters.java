package io.beanpole.console.queues.letters;

import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.lane.QueuePair;

/**
 * The dead letters of one lane. Taken before a person is asked, and used when they agree: what is confirmed is done to
 * the queue that the question named, whichever lane is shown by then.
 */
record LaneLetters(QueuePair pair, LetterDesk desk) {}
