package io.beanpole.console.guard;

/**
 * What a person is asked before something is changed.
 *
 * @param subject the environment or queue that is changed; typed by the person where it is in production
 * @param title the question, "Deploy to beanpole-local-web?"
 * @param consequences what it does and how it is undone, in sentences
 * @param doIt what the button says, "Deploy"
 * @param isTyped whether the subject is typed even outside production, because what is done can't be undone
 */
public record Question(String subject, String title, String consequences, String doIt, boolean isTyped) {}
