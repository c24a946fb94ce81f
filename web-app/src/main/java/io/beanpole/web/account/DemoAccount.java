package io.beanpole.web.account;

import io.beanpole.task.TaskIds;
import io.beanpole.web.WebProperties;
import io.beanpole.web.WebProperties.Demo;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the account of a stage that has one in its settings. */
@Component
class DemoAccount implements ApplicationRunner {
    private final WebProperties properties;
    private final AccountStore accounts;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;

    DemoAccount(WebProperties properties, AccountStore accounts, ApiTokens tokens, PasswordEncoder passwords) {
        this.properties = properties;
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Demo demo = properties.demo();
        if (demo == null) {
            return;
        }
        String hash = passwords.encode(demo.password());
        if (!accounts.insert(new Account(TaskIds.next(), demo.user()), hash)) {
            accounts.setPassword(demo.user(), hash);
        }
        accounts.find(demo.user()).ifPresent(stored -> tokens.store(stored.account(), "demo", demo.token()));
    }
}
